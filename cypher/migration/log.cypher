// Notes what a changeset changed.
MATCH (changeset:Changeset {id: $id})
SET changeset.entries = $entries
