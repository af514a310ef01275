// Which changesets have these numbers, how many chunks of changes has each, and which one is at this place, or else the first?
UNWIND $rows AS row
MATCH (changeset:Changeset {sequence: row.sequence})
RETURN changeset {.id, .sequence} AS changeset, size(coalesce(changeset.entries, [])) AS chunks, changeset.entries[row.chunk] AS chunk
ORDER BY row.sequence
