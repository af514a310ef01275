// Which live claims are joined to these entities or observations?
UNWIND $ids AS id
MATCH (node:{{label}} {id: id})
MATCH (node)<-[:{{types}}]-(claim:Claim)
WHERE claim.retractedAt IS NULL
RETURN DISTINCT claim.id AS claim
