// Which live claims are joined to another entity than the one whose id stands on them?
MATCH (claim:Claim)-[:{{type}}]->(joined)
WHERE claim.retractedAt IS NULL AND coalesce(claim.{{property}}, '') <> joined.id
RETURN claim.id AS claim, joined.id AS joined
ORDER BY claim
