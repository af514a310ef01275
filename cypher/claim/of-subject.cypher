// Which live claims are about these entities or observations?
UNWIND $ids AS id
MATCH (subject:{{label}} {id: id})
MATCH (subject)<-[:SUBJECT]-(claim:Claim)
WHERE claim.retractedAt IS NULL {{predicates}}
RETURN id AS subject, claim.id AS claim
ORDER BY claim
