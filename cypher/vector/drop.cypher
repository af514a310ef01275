// Drops the vectors of these entities. Only on Neo4j.
UNWIND $ids AS id
MATCH (vector:Vector {entity: id})
DELETE vector
