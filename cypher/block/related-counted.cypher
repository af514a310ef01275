// What is at the other end of a relation of an entity, and how much of it is there? A page, and the size of the whole list, from one walk.
MATCH (origin){{pattern}}(node{{target}})
WHERE {{holds relation}} AND {{filter}}
WITH collect({relation: relation, node: node}) AS found
CALL (found) {
  UNWIND found AS item
  WITH item.relation AS relation, item.node AS node
  {{measure}}
  WITH relation, node, {{key}} AS key
  WHERE {{after}}
  WITH relation, node, key ORDER BY {{order}} LIMIT $limit
  {{inside}}
  RETURN collect({{item}}) AS rows
}
RETURN {rows: rows, total: size(found)} AS {{name}}
