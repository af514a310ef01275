// Which vectors has an entity? An index; only on Neo4j.
CREATE INDEX {{name}} IF NOT EXISTS FOR (n:Vector) ON (n.entity)
