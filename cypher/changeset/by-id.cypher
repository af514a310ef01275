// Who made these changesets, when and why?
UNWIND $ids AS id
MATCH (changeset:Changeset {id: id})
RETURN changeset {.id, .sequence, .author, .publisher, .reason, .origin, .recordedAt, .dataVersion} AS changeset
