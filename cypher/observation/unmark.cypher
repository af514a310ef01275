// Removes the marks of differing values from the observations of the same things as these.
UNWIND $ids AS id
MATCH (touched:Observation {id: id})
WITH DISTINCT touched.comparisonKey AS key
WHERE key IS NOT NULL
MATCH (node:Observation {comparisonKey: key})
REMOVE node:DifferingValue
