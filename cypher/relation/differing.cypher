// Which relations of each of many entities hold on one of two days only, or only possibly on one of them? Up to a limit each, by id.
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
CALL (origin) {
  MATCH (origin)-[relation:{{types}}]-(node:Entity)
  WHERE {{known relation}} AND {{before}} <> {{after}}
  WITH relation, node ORDER BY relation.id LIMIT $limit
  RETURN collect({relation: relation, node: node}) AS found
}
UNWIND found AS row
WITH id, origin, row.relation AS relation, row.node AS node
WITH id, relation, {{source of relation}} AS source, [origin.id, node.id] AS ends
RETURN id AS origin, relation {{{of relation}}} AS relation, type(relation) AS type, source AS source, head([each IN ends WHERE each <> source]) AS target
