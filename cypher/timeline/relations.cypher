// Which relations of each of many entities have dates of their own, or lead to what has dates? Up to a limit each; those that are over are among them.
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
CALL (origin) {
  MATCH (origin){{pattern}}(node:Entity)
  WHERE {{known relation}} AND coalesce(relation.possibleFrom, $on) <= $on AND ({{filter}})
  WITH relation, node LIMIT $limit
  RETURN collect({relation: relation {{{of relation}}}, type: type(relation), node: node {{{of entity}}}, labels: {{labels of node}}}) AS rows
}
RETURN id AS origin, rows
