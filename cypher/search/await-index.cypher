// Waits until the full-text index holds all entities; only on Neo4j.
CALL db.awaitIndex($index, 300)
