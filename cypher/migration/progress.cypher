// Which model version does the store have, how far is an upgrade in progress, and is it being restored?
MATCH (store:Store {id: 'store'})
RETURN store.modelVersion AS modelVersion, store.upgrade AS upgrade, store.restoring AS restoring
