// Which live claims, of those of some predicates, are marked as differing from others of the same subject and predicate?
MATCH (claim:DifferingClaim)
WHERE claim.predicate IN $predicates
WITH claim LIMIT $limit
RETURN claim {{{of claim}}} AS claim
