// Ends claims without deleting them.
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
SET claim.retractedAt = $at
