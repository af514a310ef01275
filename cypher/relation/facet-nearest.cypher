// How many entities that are related to any region within reach of each of many have each value of something?
UNWIND $ids AS id
MATCH (whole:Entity {id: id})
CALL (whole) { {{reach}} }
MATCH (origin){{pattern}}(node:{{label}})
WHERE {{holds relation}} AND {{filter}}
WITH DISTINCT id, node
WITH id, {{key}} AS value, count(node) AS total
RETURN id AS origin, value, total
