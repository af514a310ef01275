// Has anything been written?
MATCH (changeset:Changeset)
WITH changeset LIMIT 1
RETURN changeset.id AS id
