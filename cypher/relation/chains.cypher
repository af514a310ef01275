// Where do relations of one type lead from these entities, step by step?
UNWIND $ids AS id
MATCH (start:Entity {id: id})
MATCH path = (start)-[:{{type}}*1..8]->(end:Entity)
RETURN [node IN nodes(path) | node.id] AS ids
