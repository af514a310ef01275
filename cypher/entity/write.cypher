// Makes entities of one label, or replaces what is known of them; when each was first recorded stays.
UNWIND $rows AS row
MERGE (entity:Entity {id: row.id})
ON CREATE SET entity.recordedAt = $recordedAt
WITH row, entity, entity.recordedAt AS recordedAt
SET entity = row.properties
SET entity.recordedAt = recordedAt
SET entity:{{label}}
