// How many relations of each type lead from each of many entities, or to it?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
MATCH (origin){{pattern}}(node:Entity)
WHERE {{holds relation}}
RETURN id AS origin, type(relation) AS type, count(relation) AS total
