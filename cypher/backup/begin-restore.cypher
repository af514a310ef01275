// Marks a store that is being restored: until it is whole, no service opens it and none writes to it.
MERGE (store:Store {id: 'store'})
SET store.restoring = true
