// Where did these changesets come from?
UNWIND $ids AS id
MATCH (changeset:Changeset {id: id})
RETURN changeset.id AS id, changeset.origin AS origin
