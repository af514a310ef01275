// Which values measure these indicators, and of which level are their regions?
UNWIND $ids AS id
MATCH (indicator:Entity {id: id})
MATCH (indicator)<-[:MEASURES]-(node:Observation)
WHERE {{present node}} AND node.value IS NOT NULL AND {{filter}}
CALL (node) {
  MATCH (node)-[:OBSERVED_IN]->(region:Region)
  WHERE region.level IS NOT NULL
  RETURN collect(region.level) AS levels
}
WITH id, node, levels LIMIT $limit
RETURN id AS origin, node {{{of observation}}} AS node, levels
