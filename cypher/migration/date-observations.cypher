// Dates observations by the first claim that was made of them.
UNWIND $ids AS id
MATCH (observation:Observation {id: id})
WHERE observation.recordedAt IS NULL
MATCH (observation)<-[:SUBJECT]-(claim:Claim)
WITH observation, min(claim.recordedAt) AS recordedAt
SET observation.recordedAt = recordedAt
