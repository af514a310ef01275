// How many entities are related to any region within reach of each of many?
UNWIND $ids AS id
MATCH (whole:Entity {id: id})
CALL (whole) { {{reach}} }
MATCH (origin){{pattern}}(node:{{label}})
WHERE {{holds relation}} AND {{filter}}
WITH DISTINCT id, node
WITH id, count(node) AS total
RETURN id AS origin, total
