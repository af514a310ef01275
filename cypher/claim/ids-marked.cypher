// Which claims are marked as differing from others?
MATCH (claim:DifferingClaim)
RETURN claim.id AS id
