// Which values are among several of the same indicator, region, period, kind and unit that are not the same?
MATCH (any:Observation)
WHERE {{present any}} AND any.value IS NOT NULL
WITH any.indicator AS indicator, any.region AS region, any.periodEarliest AS first, any.periodLatest AS last, any.kind AS kind, any.unit AS unit,
  count(DISTINCT any.value) AS amounts, count(DISTINCT any.comparator) AS comparators, collect(any.id) AS ids
WHERE amounts > 1 OR comparators > 1
UNWIND ids AS id
MATCH (node:Observation {id: id})
WITH node LIMIT $limit
RETURN node {{{of observation}}} AS node
