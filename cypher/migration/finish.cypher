// Notes the model version of a store that no upgrade is under way in.
MATCH (store:Store {id: 'store'})
SET store.modelVersion = $modelVersion
REMOVE store.upgrade
