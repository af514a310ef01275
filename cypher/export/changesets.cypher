// Which changesets have landed? A page of their ids.
MATCH (changeset:Changeset)
WHERE changeset.id > $after
WITH changeset ORDER BY changeset.id LIMIT $limit
RETURN changeset.id AS id
ORDER BY id
