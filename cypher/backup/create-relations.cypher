// Makes relationships of one type between nodes of two labels.
UNWIND $rows AS row
MATCH (source:{{from}} {id: row.source})
MATCH (target:{{to}} {id: row.target})
CREATE (source)-[relation:{{type}}]->(target)
SET relation = row.properties
