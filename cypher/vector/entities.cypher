// Which entities have vectors? Only on Neo4j.
MATCH (vector:Vector)
RETURN DISTINCT vector.entity AS id
ORDER BY id
