// Records how far an upgrade is.
MATCH (store:Store {id: 'store'})
SET store.modelVersion = $modelVersion
SET store.upgrade = $upgrade
