// Which texts of these entities have vectors? Only on Neo4j.
UNWIND $ids AS id
MATCH (vector:Vector {entity: id})
RETURN id AS id, vector.hash AS hash
ORDER BY id, hash
