// How many live claims has each subject?
MATCH (claim:Claim)
WHERE claim.retractedAt IS NULL
WITH claim.subject AS subject, count(claim) AS claims
RETURN subject, claims
ORDER BY subject
