// Which changesets have landed? A page of them by id.
MATCH (changeset:Changeset)
WHERE changeset.id > $after
WITH changeset ORDER BY changeset.id LIMIT $limit
RETURN changeset.id AS id, changeset {.id, .sequence, .author, .reason, .origin, .recordedAt, .dataVersion} AS changeset
ORDER BY id
