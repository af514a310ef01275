// Joins nodes by new relationships of one type.
UNWIND $rows AS row
MATCH (source:{{from}} {id: row.from})
MATCH (target:{{to}} {id: row.to})
CREATE (source)-[edge:{{type}}]->(target)
SET edge = row.properties
