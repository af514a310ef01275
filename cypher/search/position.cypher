// Which changeset was the last one, and which model version has the store?
MATCH (store:Store {id: 'store'})
RETURN store.sequence AS sequence, store.recordedAt AS recordedAt, store.modelVersion AS modelVersion
