// Which live claims are about these entities or observations?
UNWIND $ids AS id
MATCH (subject:{{label}} {id: id})
MATCH (subject)<-[:SUBJECT]-(claim:Claim)
WHERE {{live claim}} {{predicates}}
RETURN id AS subject, claim.id AS claim
ORDER BY claim
