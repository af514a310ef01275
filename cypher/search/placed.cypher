// In which places are these entities located, or which do they cover?
UNWIND $ids AS id
MATCH (node:Entity {id: id})
MATCH (node)-[relation:LOCATED_IN|COVERS]->(place:Entity)
WHERE {{holds relation}}
RETURN DISTINCT id AS id, place.id AS place
