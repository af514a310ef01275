// Which changesets landed since this one, and when? It is the first.
MATCH (changeset:Changeset)
WHERE coalesce(changeset.sequence, 0) >= $sequence
RETURN changeset.id AS id, changeset.sequence AS sequence, changeset.recordedAt AS recordedAt
ORDER BY sequence
