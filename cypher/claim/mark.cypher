// Marks the live claims about some subjects that are among several of the same predicate that do not say the same.
{{start}}
WITH DISTINCT subject
MATCH (subject)<-[:SUBJECT]-(claim:Claim)
WHERE claim.retractedAt IS NULL AND claim.predicate IN $predicates
WITH subject, claim.predicate AS predicate, count(DISTINCT claim.{{property}}) AS answers, collect(claim.id) AS claims
WHERE answers > 1
UNWIND claims AS differing
MATCH (marked:Claim {id: differing})
SET marked:DifferingClaim
