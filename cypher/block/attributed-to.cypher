// Whose word is a claim?
MATCH (origin)-[:ATTRIBUTED_TO]->(source:Entity)
RETURN collect(source.id) AS {{name}}
