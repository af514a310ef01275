// What stands at the other end of a relation, seen from each of many entities and from all that is part of them? A page for each.
UNWIND $ids AS id
MATCH (whole:Entity {id: id})
CALL (whole) {
  MATCH path = (whole)<-[:PART_OF*0..8]-(origin:Entity)
  WHERE all(step IN relationships(path) WHERE coalesce(step.fromEarliest, $on) <= $on AND coalesce(step.untilLatest, $on) >= $on)
  WITH DISTINCT origin
  MATCH (origin){{pattern}}(node:{{label}})
  WHERE {{holds}} AND {{filter}} AND {{after}}
  WITH relation, node ORDER BY {{order}} LIMIT $limit
  RETURN collect({relation: relation {.*}, type: type(relation), node: node {.*}, labels: labels(node)}) AS rows
}
RETURN id AS origin, rows
