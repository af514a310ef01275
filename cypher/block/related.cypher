// What is at the other end of a relation of an entity? A page.
MATCH (origin){{pattern}}(node{{target}})
WHERE {{holds relation}} AND {{filter}}
{{measure}}
WITH relation, node, {{key}} AS key
WHERE {{after}}
WITH relation, node, key ORDER BY {{order}} LIMIT $limit
WITH collect({relation: relation, node: node, key: key}) AS page
UNWIND page AS item
WITH item.relation AS relation, item.node AS node, item.key AS key
{{inside}}
RETURN collect({{item}}) AS {{name}}
