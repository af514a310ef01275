// What is at the other end of a relation, from everything within reach of each of many entities? A page for each.
UNWIND $ids AS id
MATCH (whole:Entity {id: id})
CALL (whole) { {{reach}} }
MATCH (origin){{pattern}}(node:{{label}})
WHERE {{holds relation}} AND {{filter}}
{{measure}}
WITH id, origin, relation, node, {{key}} AS key
WHERE {{after}}
WITH id, origin, relation, node, key ORDER BY {{order}}
WITH id, collect({relation: relation {{{of relation}}}, type: {{relationType}}, node: node {{{of entity}}}, labels: {{labels of node}}, via: origin.id, key: key}) AS rows
RETURN id AS origin, rows[..$limit] AS rows
