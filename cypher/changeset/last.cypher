// Which number has the last changeset?
MATCH (store:Store {id: 'store'})
RETURN store.sequence AS sequence
