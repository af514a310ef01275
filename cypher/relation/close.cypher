// Ends what the graph knew of relations that the claims no longer support; it stays for those who ask what was known before.
UNWIND $rows AS row
MATCH (source:Entity {id: row.from})
MATCH (source)-[edge:{{type}}]->(target:Entity)
WHERE edge.id = row.id AND edge.knownUntil IS NULL
SET edge.knownUntil = $at, edge.openFrom = null
