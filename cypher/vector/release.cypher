// Lets another process write vectors. Only on Neo4j.
MATCH (state:VectorState {id: 'store', holder: $holder})
SET state.holder = NULL, state.until = NULL
