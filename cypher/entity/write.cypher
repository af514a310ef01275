// Makes entities of one label in a changeset, or replaces what is known of them; when each was first recorded stays.
MATCH (changeset:Changeset {id: $changeset})
UNWIND $rows AS row
MERGE (entity:Entity {id: row.id})
ON CREATE SET entity.recordedAt = $recordedAt
WITH changeset, row, entity, entity.recordedAt AS recordedAt
SET entity = row.properties
{{neo4j: SET entity += row.tokens}}
SET entity.recordedAt = recordedAt
SET entity:{{label}}
CREATE (entity)-[:CHANGED_IN {version: row.properties.version}]->(changeset)
