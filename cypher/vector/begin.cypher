// Notes the model that vectors are of, before there are any. Only on Neo4j.
MERGE (state:VectorState {id: 'store'})
SET state.model = $model, state.dimensions = $dimensions, state.sequence = NULL
