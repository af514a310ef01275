// Which entities are related to a region within reach of each of many? A page for each, every entity once, through the nearest of these regions.
UNWIND $ids AS id
MATCH (whole:Entity {id: id})
CALL (whole) { {{reach}} }
MATCH (origin){{pattern}}(node:{{label}})
WHERE {{holds relation}} AND {{filter}} AND {{after}}
WITH id, node, min(toString(distance) + relation.id) AS way
WITH id, node, way ORDER BY {{order}}
WITH id, collect([node.id, way]) AS found
UNWIND found[..$limit] AS item
MATCH (node:Entity {id: item[0]})
MATCH (node){{back}}(origin:Entity)
WHERE relation.id = substring(item[1], 2) AND {{holds relation}}
WITH id, origin, relation, node ORDER BY {{order}}
WITH id, collect({relation: relation {.*}, type: type(relation), node: node {.*}, labels: labels(node), via: origin.id}) AS rows
RETURN id AS origin, rows
