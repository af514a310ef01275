// Which changesets have landed? A page of their ids.
MATCH (changeset:Changeset)
WHERE changeset.id > $after
RETURN changeset.id AS id
ORDER BY id LIMIT $limit
