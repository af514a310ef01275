// What is located in these regions, or covers them? No more than some.
UNWIND $regions AS region
MATCH (place:Entity {id: region})
MATCH (place)<-[relation:LOCATED_IN|COVERS]-(node:Entity)
WHERE {{holds relation}}
WITH DISTINCT node LIMIT $limit
RETURN node.id AS id
