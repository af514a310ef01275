// How many entities at the other end of a relation, seen from each of many, have each value of something?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
MATCH (origin){{pattern}}(node:{{label}})
WHERE {{holds relation}} AND {{filter}}
WITH id, {{key}} AS value, count(relation) AS total
RETURN id AS origin, value, total
