// Has a changeset of this id landed? What was asked for, and what did it change?
MATCH (changeset:Changeset {id: $id})
RETURN changeset {.sequence, .recordedAt, .digest, .entries} AS changeset
