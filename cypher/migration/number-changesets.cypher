// Numbers changesets.
UNWIND $rows AS row
MATCH (changeset:Changeset {id: row.id})
SET changeset.sequence = row.sequence
