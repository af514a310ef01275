// Which values were observed within reach of each of many regions? A page for each.
UNWIND $ids AS id
MATCH (whole:Entity {id: id})
CALL (whole) { {{reach}} }
MATCH (origin)<-[relation:OBSERVED_IN]-(node:Observation)
WHERE {{present node}} AND {{filter}} AND {{after}}
WITH DISTINCT id, node ORDER BY {{order}}
WITH id, collect(node.id) AS found
UNWIND found[..$limit] AS item
MATCH (node:Observation {id: item})
WITH id, node ORDER BY {{order}}
WITH id, collect(node {.*}) AS rows
RETURN id AS origin, rows
