// Records the model version of a store and removes the upgrade's bookmark.
MATCH (store:Store {id: 'store'})
SET store.modelVersion = $modelVersion
REMOVE store.upgrade
