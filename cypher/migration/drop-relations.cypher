// Takes relations of one type away.
UNWIND $rows AS row
MATCH (source:Entity {id: row.from})
MATCH (source)-[edge:{{type}}]->(target:Entity)
WHERE edge.id = row.id
DELETE edge
