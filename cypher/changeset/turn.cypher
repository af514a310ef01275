// Waits for its turn to write, and keeps it: who wrote last, and when?
MERGE (store:Store {id: 'store'})
SET store.writing = true
RETURN coalesce(store.sequence, 0) AS sequence, store.recordedAt AS recordedAt
