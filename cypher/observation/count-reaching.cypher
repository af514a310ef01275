// How many values were observed within reach of each of many regions?
UNWIND $ids AS id
MATCH (whole:Entity {id: id})
CALL (whole) { {{reach}} }
MATCH (origin)<-[relation:OBSERVED_IN]-(node:Observation)
WHERE {{present node}} AND {{filter}}
WITH DISTINCT id, node
WITH id, count(node) AS total
RETURN id AS origin, total
