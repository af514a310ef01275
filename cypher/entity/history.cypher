// Which changesets changed these entities, or what is claimed of them? The last one first.
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
MATCH (entity)-[change:CHANGED_IN]->(changeset:Changeset)
RETURN id AS entity, change.version AS version, changeset.id AS changeset, changeset.recordedAt AS recordedAt
ORDER BY version DESC, recordedAt DESC
{{limit}}
