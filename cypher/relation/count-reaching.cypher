// How many entities stand at the other end of a relation, seen from what is within reach of each of many?
UNWIND $ids AS id
MATCH (whole:Entity {id: id})
CALL (whole) { {{reach}} }
MATCH (origin){{pattern}}(node:{{label}})
WHERE {{holds relation}} AND {{filter}}
WITH id, count(relation) AS total
RETURN id AS origin, total
