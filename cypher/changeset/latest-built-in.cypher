// Which version of the built-in data does the graph hold?
MATCH (changeset:Changeset) WHERE changeset.origin = 'built-in'
RETURN changeset.dataVersion AS dataVersion, changeset.recordedAt AS recordedAt
ORDER BY recordedAt DESC LIMIT 1
