// What is located in these regions, or covers them?
UNWIND $regions AS region
MATCH (place:Entity {id: region})
MATCH (node:Entity)-[relation:LOCATED_IN|COVERS]->(place)
WHERE {{holds relation}}
RETURN DISTINCT node.id AS id
