// What are these entities part of, step by step up?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
MATCH path = (origin)-[:PART_OF*1..8]->(node:Entity)
WHERE all(step IN relationships(path) WHERE {{holds step}})
WITH id, node, min(length(path)) AS distance
RETURN id AS origin, node {{{of entity}}} AS node, {{labels of node}} AS labels, distance
ORDER BY distance, node.id
