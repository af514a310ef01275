// How many entities are at the other end of a relation, counted from everything within reach of each of many?
UNWIND $ids AS id
MATCH (whole:Entity {id: id})
CALL (whole) { {{reach}} }
MATCH (origin){{pattern}}(node:{{label}})
WHERE {{holds relation}} AND {{filter}}
WITH id, count(relation) AS total
RETURN id AS origin, total
