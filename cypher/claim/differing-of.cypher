// Which live claims about each of many entities, of those of some predicates, are among several of the same predicate that do not say the same?
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
MATCH (entity)<-[:SUBJECT]-(claim:Claim)
WHERE {{live claim}} AND claim.predicate IN $predicates
WITH id, claim.predicate AS predicate, count(DISTINCT claim.{{property}}) AS answers, collect(claim {{{of claim}}}) AS claims
WHERE answers > 1
RETURN id AS origin, claims
