// Which values were observed within reach of each of many regions? A page for each.
UNWIND $ids AS id
MATCH (whole:Entity {id: id})
CALL (whole) { {{reach}} }
MATCH (origin)<-[relation:OBSERVED_IN]-(node:Observation)
WHERE {{present node}} AND {{filter}}
WITH DISTINCT id, node
{{measure}}
WITH id, node, {{key}} AS key
WHERE {{after}}
WITH id, node, key ORDER BY {{order}}
WITH id, collect({node: node.id, key: key}) AS found
UNWIND found[..$limit] AS item
MATCH (node:Observation {id: item.node})
WITH id, node, item.key AS key ORDER BY {{order}}
WITH id, collect({node: node {{{of observation}}}, key: key}) AS rows
RETURN id AS origin, rows
