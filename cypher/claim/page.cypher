// Which live claims are joined to each of many entities in one way? A page for each.
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
CALL (origin) {
  MATCH (origin)<-[:{{type}}]-(found:Claim)
  WITH DISTINCT found AS node
  WHERE {{live node}} AND {{filter}}
  {{measure}}
  WITH node, {{key}} AS key
  WHERE {{after}}
  WITH node, key ORDER BY {{order}} LIMIT $limit
  RETURN collect({node: node {{{of claim}}}, key: key}) AS rows
}
RETURN id AS origin, rows
