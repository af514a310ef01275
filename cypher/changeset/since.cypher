// Which changesets landed after this one, in order?
MATCH (changeset:Changeset)
WHERE changeset.sequence > $after
WITH changeset ORDER BY changeset.sequence LIMIT $limit
RETURN changeset {.id, .sequence, .entries} AS changeset
