// Ends observations whose value no live claim states, with the last claim that did.
UNWIND $ids AS id
MATCH (observation:Observation {id: id})
WHERE observation.retractedAt IS NULL
MATCH (observation)<-[:SUBJECT]-(claim:Claim)
WHERE claim.predicate = $predicate
WITH observation, count(claim.id) AS claims, count(claim.retractedAt) AS retracted, max(claim.retractedAt) AS retractedAt
WHERE claims = retracted
SET observation.retractedAt = retractedAt
