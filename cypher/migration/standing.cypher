// Which model version does the store say that it has, and how far is an upgrade that is under way?
MATCH (store:Store {id: 'store'})
RETURN store.modelVersion AS modelVersion, store.upgrade AS upgrade
