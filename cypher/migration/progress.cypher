// Which model version does the store have, and how far is an upgrade in progress?
MATCH (store:Store {id: 'store'})
RETURN store.modelVersion AS modelVersion, store.upgrade AS upgrade
