// Which live claims are about these entities or observations, and what do they lead to?
UNWIND $ids AS id
MATCH (subject:{{label}} {id: id})
MATCH (subject)<-[:SUBJECT]-(claim:Claim)
WHERE claim.retractedAt IS NULL
RETURN claim.id AS stored, coalesce(claim.repeats, claim.id) AS id, claim.object AS object
