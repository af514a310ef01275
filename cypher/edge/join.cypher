// Joins nodes by new relationships of one type that say nothing more, many to each target.
UNWIND $rows AS row
MATCH (target:{{to}} {id: row.to})
UNWIND row.from AS id
MATCH (source:{{from}} {id: id})
CREATE (source)-[:{{type}}]->(target)
