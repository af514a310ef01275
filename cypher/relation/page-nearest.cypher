// Which entities are related to a region within reach of each of many? A page for each, every entity once, through the nearest of these regions.
UNWIND $ids AS id
MATCH (whole:Entity {id: id})
CALL (whole) { {{reach}} }
MATCH (origin){{pattern}}(node:{{label}})
WHERE {{holds relation}} AND {{filter}}
WITH id, node, min(toString(distance) + relation.id) AS way
{{measure}}
WITH id, node, way, {{key}} AS key
WHERE {{after}}
WITH id, node, way, key ORDER BY {{order}}
WITH id, collect({node: node.id, way: way, key: key}) AS found
UNWIND found[..$limit] AS item
MATCH (node:Entity {id: item.node})
MATCH (node){{back}}(origin:Entity)
WHERE relation.id = substring(item.way, 2) AND {{holds relation}}
WITH id, origin, relation, node, item.key AS key ORDER BY {{order}}
WITH id, collect({relation: relation {{{of relation}}}, type: {{relationType}}, node: node {{{of entity}}}, labels: {{labels of node}}, via: origin.id, key: key}) AS rows
RETURN id AS origin, rows
