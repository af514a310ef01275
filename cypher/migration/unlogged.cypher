// Which changeset is the next that does not tell what it changed?
MATCH (changeset:Changeset)
WHERE changeset.entries IS NULL
RETURN changeset.id AS id, changeset.recordedAt AS recordedAt
ORDER BY recordedAt, id LIMIT 1
