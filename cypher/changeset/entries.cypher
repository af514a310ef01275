// What did these changesets change?
UNWIND $ids AS id
MATCH (changeset:Changeset {id: id})
RETURN changeset {.id, .entries} AS changeset
