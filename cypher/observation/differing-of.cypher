// Which values that measure, are about, or were observed in each of many entities are among several of the same indicator, region, period, kind and unit that are not the same?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
MATCH (origin)<-[:MEASURES|ABOUT|OBSERVED_IN]-(found:Observation)
WHERE {{present found}} AND found.value IS NOT NULL
WITH DISTINCT id, found AS node
WITH id, node.indicator AS indicator, node.region AS region, node.periodEarliest AS first, node.periodLatest AS last, node.kind AS kind, node.unit AS unit,
  count(DISTINCT node.value) AS amounts, count(DISTINCT node.comparator) AS comparators, collect(node {{{of observation}}}) AS observations
WHERE amounts > 1 OR comparators > 1
RETURN id AS origin, observations
