// Which values measure, are about, or were observed in each of many entities? A page for each.
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
CALL (origin) {
  MATCH (origin)<-[:MEASURES|ABOUT|OBSERVED_IN]-(found:Observation)
  WITH DISTINCT found AS node
  WHERE {{present node}} AND {{filter}}
  {{measure}}
  WITH node, {{key}} AS key
  WHERE {{after}}
  WITH node, key ORDER BY {{order}} LIMIT $limit
  RETURN collect({node: node {{{of observation}}}, key: key}) AS rows
}
RETURN id AS origin, rows
