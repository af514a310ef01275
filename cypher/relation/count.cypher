// How many entities stand at the other end of a relation, seen from each of many?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
CALL (origin) {
  MATCH (origin){{pattern}}(node:{{label}})
  WHERE {{holds relation}} AND {{filter}}
  RETURN count(relation) AS total
}
RETURN id AS origin, total
