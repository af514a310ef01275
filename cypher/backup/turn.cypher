// Waits for its turn to write, and keeps others from writing.
MATCH (store:Store {id: 'store'})
SET store.writing = true
