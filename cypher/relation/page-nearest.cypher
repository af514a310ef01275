// Which entities are related to a region within reach of each of many? A page for each, every entity once, through the nearest of these regions.
UNWIND $ids AS id
MATCH (whole:Entity {id: id})
CALL (whole) { {{reach}} }
MATCH (origin){{pattern}}(node:{{label}})
WHERE {{holds relation}} AND {{filter}} AND {{after}}
WITH id, node, origin, relation, distance ORDER BY distance, relation.id
WITH id, node, collect({relation: relation {.*}, type: type(relation), via: origin.id}) AS ways
WITH id, node, ways[0] AS way ORDER BY {{order}}
WITH id, collect({relation: way.relation, type: way.type, via: way.via, node: node {.*}, labels: labels(node)}) AS rows
RETURN id AS origin, rows[..$limit] AS rows
