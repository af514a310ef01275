// What is at the other end of a relation, for each of many entities? A page for each.
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
CALL (origin) {
  MATCH (origin){{pattern}}(node:{{label}})
  WHERE {{holds relation}} AND {{filter}}
  {{measure}}
  WITH relation, node, {{key}} AS key
  WHERE {{after}}
  WITH relation, node, key ORDER BY {{order}} LIMIT $limit
  RETURN collect({relation: relation {.*}, type: type(relation), source: startNode(relation).id, node: node {.*}, labels: labels(node), key: key}) AS rows
}
RETURN id AS origin, rows
