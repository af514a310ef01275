// Which number has the last changeset, and when was it recorded?
MATCH (store:Store {id: 'store'})
RETURN store.sequence AS sequence, store.recordedAt AS recordedAt
