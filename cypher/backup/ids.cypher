// Which nodes have a label? A page of their ids: after one on Neo4j, and after a number of them on the embedded engine, which has no ordered index.
MATCH (stored:{{label}})
{{neo4j: WHERE stored.id > $after}}
WITH stored {{neo4j: ORDER BY stored.id}} {{embedded: SKIP $skip}} LIMIT $limit
RETURN stored.id AS id
