// Which changesets are there, in the order in which they were recorded?
MATCH (changeset:Changeset)
RETURN changeset.id AS id, changeset.recordedAt AS recordedAt, changeset.sequence AS sequence, changeset.entries IS NOT NULL AS logged
ORDER BY recordedAt, id
