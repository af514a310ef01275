// Drops vectors, at most so many. Only on Neo4j.
MATCH (node:Vector)
WITH node LIMIT $limit
DELETE node
