// How many entities stand at the other end of a relation, seen from each of many entities and from all that is part of them?
UNWIND $ids AS id
MATCH (whole:Entity {id: id})
CALL (whole) {
  MATCH path = (whole)<-[:PART_OF*0..8]-(origin:Entity)
  WHERE all(step IN relationships(path) WHERE coalesce(step.fromEarliest, $on) <= $on AND coalesce(step.untilLatest, $on) >= $on)
  WITH DISTINCT origin
  MATCH (origin){{pattern}}(node:{{label}})
  WHERE {{holds}} AND {{filter}}
  RETURN count(relation) AS total
}
RETURN id AS origin, total
