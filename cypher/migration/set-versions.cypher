// Numbers the versions that changesets made of entities.
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
MATCH (entity)-[change:CHANGED_IN]->(changeset:Changeset)
WHERE changeset.id = row.changeset
SET change.version = row.version
