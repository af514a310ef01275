// Which live claims of some predicates are about entities of one label whose end is before their beginning?
MATCH (node:{{label}})
WHERE {{filter}}
MATCH (node)<-[:SUBJECT]-(claim:Claim)
WHERE {{live claim}} AND claim.predicate IN $predicates
WITH claim LIMIT $limit
RETURN claim {{{of claim}}} AS claim
