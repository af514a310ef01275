// How many values observed within reach of each of many regions have each value of something?
UNWIND $ids AS id
MATCH (whole:Entity {id: id})
CALL (whole) { {{reach}} }
MATCH (origin)<-[relation:OBSERVED_IN]-(node:Observation)
WHERE {{present node}} AND {{filter}}
WITH DISTINCT id, node
WITH id, {{key}} AS value, count(node) AS total
RETURN id AS origin, value, total
