// Which live claims about these entities, of those of some predicates, give a beginning or an end?
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
MATCH (entity)<-[:SUBJECT]-(claim:Claim)
WHERE {{live claim}} AND claim.predicate IN $predicates
RETURN id AS origin, claim {{{of claim}}} AS claim
