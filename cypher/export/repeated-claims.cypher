// Which live claims were made again after they were retracted, and which ids does what they say give?
MATCH (claim:Claim)
WHERE claim.repeats IS NOT NULL AND claim.retractedAt IS NULL
RETURN claim.id AS stored, claim.repeats AS id
