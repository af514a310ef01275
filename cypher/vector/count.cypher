// How many vectors are there? Only on Neo4j.
MATCH (vector:Vector)
RETURN count(vector) AS total
