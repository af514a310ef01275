// Which claims are live that were never made again? A page of their ids.
MATCH (claim:Claim)
WHERE claim.id > $after AND claim.retractedAt IS NULL AND claim.repeats IS NULL
RETURN claim.id AS stored, claim.id AS id
ORDER BY id LIMIT $limit
