// How many live claims that are joined to each of many entities in one way have each value of something?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
MATCH (origin)<-[:{{type}}]-(node:Claim)
WHERE {{live node}} AND {{filter}}
WITH DISTINCT id, node
WITH id, {{key}} AS value, count(node) AS total
RETURN id AS origin, value, total
