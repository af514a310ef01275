// Which live observations are among several of the same thing that are not the same?
MATCH (node:Observation)
WHERE node.retractedAt IS NULL AND node.comparisonKey IS NOT NULL
WITH node.comparisonKey AS key, count(DISTINCT node.value) AS amounts, count(DISTINCT node.comparator) AS comparators, collect(node.id) AS ids
WHERE amounts > 1 OR comparators > 1
UNWIND ids AS id
RETURN id AS id
