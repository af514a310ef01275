// Which items of a kind are related to an entity? A page of them, in the order of an index where the entity has a large share of all items, and few others are passed over.
UNWIND $starts AS start
MATCH (begin:Entity {id: start})
WITH begin, COUNT { (begin){{pattern}}() } AS degree, COUNT { MATCH (:{{label}}) } AS all
CALL (begin, degree, all) {
  WITH begin, degree, all WHERE degree > $steps AND 20 * degree > all
  MATCH (node:{{label}})
  WHERE {{indexed}} AND {{filter}}
  WITH begin, node ORDER BY {{index}} LIMIT $steps
  WHERE EXISTS { MATCH (begin){{pattern}}(node) WHERE {{holds related}} }
  WITH node, {{key}} AS key
  WHERE {{after}}
  WITH node, key ORDER BY {{order}} LIMIT $limit
  RETURN collect({node: node, key: key}) AS near
}
CALL (near) {
  WITH last(near).key AS end WHERE size(near) = $limit
  MATCH (node:{{label}})
  WHERE {{indexed}} AND {{reached}} AND {{filter}}
  RETURN count(node) AS steps
}
CALL (near, steps) {
  WITH near, steps WHERE size(near) = $limit AND steps <= $steps
  UNWIND near AS item
  RETURN item.node AS node, item.key AS key
  UNION ALL
  WITH near, steps WHERE size(near) < $limit OR steps > $steps
  {{start}}
  WHERE {{filter}}
  WITH node, {{key}} AS key
  WHERE {{after}}
  WITH node, key ORDER BY {{order}} LIMIT $limit
  WITH collect({node: node, key: key}) AS page
  UNWIND page AS item
  RETURN item.node AS node, item.key AS key
}
{{inside}}
RETURN {{result}}
