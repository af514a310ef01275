// What do the claims of a relation say?
UNWIND origin.claimIds AS id
WITH id LIMIT $limit
MATCH (claim:Claim {id: id})
{{inside}}
RETURN collect({{item}}) AS {{name}}
