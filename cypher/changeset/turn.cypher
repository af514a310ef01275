// Waits for its turn to write, and keeps it: who wrote last, and when? A new store has the model version of its first writer.
MERGE (store:Store {id: 'store'})
SET store.writing = true
SET store.modelVersion = coalesce(store.modelVersion, $modelVersion)
RETURN coalesce(store.sequence, 0) AS sequence, store.recordedAt AS recordedAt, store.modelVersion AS modelVersion, store.restoring AS restoring
