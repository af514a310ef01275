// Waits for its turn to upgrade, and keeps it: how far is the store?
MERGE (store:Store {id: 'store'})
SET store.writing = true
RETURN store.modelVersion AS modelVersion, store.upgrade AS upgrade
