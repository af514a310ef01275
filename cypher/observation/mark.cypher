// Marks the live observations that differ from others of the same thing as these.
UNWIND $ids AS id
MATCH (touched:Observation {id: id})
WITH DISTINCT touched.comparisonKey AS key
WHERE key IS NOT NULL
MATCH (node:Observation {comparisonKey: key})
WHERE node.retractedAt IS NULL
WITH key, count(DISTINCT node.value) AS amounts, count(DISTINCT node.comparator) AS comparators, collect(node.id) AS observations
WHERE amounts > 1 OR comparators > 1
UNWIND observations AS differing
MATCH (marked:Observation {id: differing})
SET marked:DifferingValue
