// May this process write vectors? The first one that asks may, for a while. Only on Neo4j.
MERGE (state:VectorState {id: 'store'})
SET state.asked = timestamp()
WITH state
WHERE state.holder IS NULL OR state.holder = $holder OR state.until < state.asked
SET state.holder = $holder, state.until = state.asked + $time
RETURN state.holder AS holder
