// Which model are the vectors of, and up to which changeset? Only on Neo4j.
MATCH (state:VectorState {id: 'store'})
RETURN state.model AS model, state.dimensions AS dimensions, state.sequence AS sequence, state.recordedAt AS recordedAt, state.modelVersion AS modelVersion
