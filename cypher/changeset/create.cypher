// Opens a changeset, as the next of the store. Its id is unique, so a transaction that is sent twice lands once.
MERGE (store:Store {id: 'store'})
SET store.sequence = coalesce(store.sequence, 0) + 1
SET store.recordedAt = $properties.recordedAt
WITH store
CREATE (changeset:Changeset)
SET changeset = $properties
SET changeset.sequence = store.sequence
