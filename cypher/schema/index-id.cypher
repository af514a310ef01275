// Where is the node with this id? Only for an engine whose constraints bring no index.
CREATE INDEX {{name}} IF NOT EXISTS FOR (n:{{label}}) ON (n.id)
