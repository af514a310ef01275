// Records observations.
UNWIND $rows AS row
MERGE (observation:Observation {id: row.id})
SET observation = row.properties
