// Sets what observations are compared by.
UNWIND $rows AS row
MATCH (observation:Observation {id: row.id})
SET observation.comparisonKey = row.comparisonKey
