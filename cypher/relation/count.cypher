// How many entities are at the other end of a relation, for each of many?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
CALL (origin) {
  MATCH (origin){{pattern}}(node{{target}})
  WHERE {{holds relation}} AND {{filter}}
  RETURN count(relation) AS total
}
RETURN id AS origin, total
