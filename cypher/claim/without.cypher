// Which live claims lack a relationship that they must have?
MATCH (claim:Claim)
WHERE claim.retractedAt IS NULL AND {{applies}} AND NOT EXISTS { (claim)-[:{{type}}]->() }
RETURN claim.id AS claim
ORDER BY claim
