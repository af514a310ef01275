// What is at the other end of a relation of an entity? A page, in the order of an index where the entity has a large share of all items, and few others are passed over.
WITH origin, COUNT { (origin){{pattern}}() } AS degree, COUNT { MATCH (:{{label}}) } AS all
CALL (origin, degree, all) {
  WITH origin, degree, all WHERE degree > $steps AND 20 * degree > all
  MATCH (node:{{label}})
  WHERE {{indexed}} AND {{items}}
  WITH origin, node ORDER BY {{index}} LIMIT $steps
  MATCH (origin){{pattern}}(node)
  WHERE {{holds relation}} AND {{filter}}
  WITH relation, node, {{key}} AS key
  WHERE {{after}}
  WITH relation, node, key ORDER BY {{order}} LIMIT $limit
  RETURN collect({relation: relation, node: node, key: key}) AS near
}
CALL (near) {
  WITH last(near).key AS end WHERE size(near) = $limit
  MATCH (node:{{label}})
  WHERE {{indexed}} AND {{reached}} AND {{items}}
  RETURN count(node) AS steps
}
CALL (origin, near, steps) {
  WITH near, steps WHERE size(near) = $limit AND steps <= $steps
  UNWIND near AS item
  RETURN item.relation AS relation, item.node AS node, item.key AS key
  UNION ALL
  WITH origin, near, steps WHERE size(near) < $limit OR steps > $steps
  MATCH (origin){{pattern}}(node{{target}})
  WHERE {{holds relation}} AND {{filter}}
  WITH relation, node, {{key}} AS key
  WHERE {{after}}
  WITH relation, node, key ORDER BY {{order}} LIMIT $limit
  WITH collect({relation: relation, node: node, key: key}) AS page
  UNWIND page AS item
  RETURN item.relation AS relation, item.node AS node, item.key AS key
}
{{inside}}
RETURN collect({{item}}) AS {{name}}
