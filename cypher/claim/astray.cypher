// Which live claims are joined to an entity other than the one whose id they carry?
MATCH (claim:Claim)-[:{{type}}]->(joined)
WHERE claim.retractedAt IS NULL AND coalesce(claim.{{property}}, '') <> joined.id
RETURN claim.id AS claim, joined.id AS joined
ORDER BY claim
