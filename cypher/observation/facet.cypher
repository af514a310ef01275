// How many values that measure, are about, or were observed in each of many entities have each value of something?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
MATCH (origin)<-[:MEASURES|ABOUT|OBSERVED_IN]-(node:Observation)
WHERE {{present node}} AND {{filter}}
WITH DISTINCT id, node
WITH id, {{key}} AS value, count(node) AS total
RETURN id AS origin, value, total
