// Which relations of each of many entities have dates of their own, or lead to what has dates? Up to a limit each; those that are over are among them.
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
CALL (origin) {
  MATCH (origin){{pattern}}(node:Entity)
  WHERE {{known relation}} AND coalesce(relation.possibleFrom, $on) <= $on AND ({{filter}})
  WITH relation, node ORDER BY relation.id LIMIT $limit
  RETURN collect({relation: relation, node: node}) AS found
}
UNWIND found AS row
WITH id, row.relation AS relation, row.node AS node
RETURN id AS origin, relation {{{of relation}}} AS relation, type(relation) AS type, node {{{of entity}}} AS node, {{labels of node}} AS labels
