// Which live claims, of those of some predicates, are among several of the same subject and predicate that do not say the same?
MATCH (any:Claim)
WHERE {{live any}} AND any.predicate IN $predicates
WITH any.subject AS subject, any.predicate AS predicate, count(DISTINCT any.{{property}}) AS answers
WHERE answers > 1
MATCH (entity:Entity {id: subject})
MATCH (entity)<-[:SUBJECT]-(claim:Claim)
WHERE {{live claim}} AND claim.predicate = predicate
WITH claim LIMIT $limit
RETURN claim {{{of claim}}} AS claim
