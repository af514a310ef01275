// Notes that all entities have their vectors as of a changeset. Only on Neo4j.
MATCH (state:VectorState {id: 'store'})
SET state.sequence = $sequence, state.recordedAt = $recordedAt, state.modelVersion = $modelVersion
