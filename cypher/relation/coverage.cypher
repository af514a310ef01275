// Which relations decide whether a policy or program covers a region: those to the region itself, to what it lies in, and to what lies in it?
UNWIND $rows AS row
MATCH (origin:Entity {id: row.origin})
MATCH (node:Entity {id: row.region})
MATCH (origin)-[relation:COVERS]->(node)
WHERE {{known relation}}
RETURN row.origin AS origin, row.region AS region, 'DIRECT' AS reach, relation {{{of relation}}} AS relation, type(relation) AS type, node {{{of entity}}} AS node, {{labels of node}} AS labels
UNION ALL
UNWIND $rows AS row
MATCH (inner:Entity {id: row.region})
MATCH path = (inner)-[:PART_OF*1..8]->(node:Region)
WHERE all(step IN relationships(path) WHERE {{holds step}})
WITH DISTINCT row, node
MATCH (origin:Entity {id: row.origin})
MATCH (origin)-[relation:COVERS]->(node)
WHERE {{known relation}}
RETURN row.origin AS origin, row.region AS region, 'INHERITED' AS reach, relation {{{of relation}}} AS relation, type(relation) AS type, node {{{of entity}}} AS node, {{labels of node}} AS labels
UNION ALL
UNWIND $rows AS row
MATCH (origin:Entity {id: row.origin})
MATCH (origin)-[relation:COVERS]->(node:Region)
WHERE {{known relation}} AND EXISTS { MATCH path = (node)-[:PART_OF*1..8]->(outer:Region) WHERE outer.id = row.region AND all(step IN relationships(path) WHERE {{holds step}}) }
RETURN row.origin AS origin, row.region AS region, 'PARTIAL' AS reach, relation {{{of relation}}} AS relation, type(relation) AS type, node {{{of entity}}} AS node, {{labels of node}} AS labels
