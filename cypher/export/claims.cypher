// Which claims are live? A page of their ids, in the order of those that what they say gives.
MATCH (claim:Claim)
WHERE claim.retractedAt IS NULL AND coalesce(claim.repeats, claim.id) > $after
RETURN claim.id AS stored, coalesce(claim.repeats, claim.id) AS id
ORDER BY id LIMIT $limit
