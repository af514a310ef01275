// Which of these claims are recorded, and are they live?
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
RETURN claim {{{of claim}}} AS claim
