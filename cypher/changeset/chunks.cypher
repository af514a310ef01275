// What did a changeset change? Some of its chunks of changes.
MATCH (changeset:Changeset {id: $id})
UNWIND $chunks AS number
RETURN changeset.entries[number] AS chunk
ORDER BY number
