// Notes the last changeset of the store.
MATCH (store:Store {id: 'store'})
SET store.sequence = $sequence
SET store.recordedAt = $recordedAt
