// Makes entities of one label, or replaces what is known of them.
UNWIND $rows AS row
MERGE (entity:Entity {id: row.id})
SET entity = row.properties
SET entity:{{label}}
