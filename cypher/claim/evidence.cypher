// What do these claims rest on?
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
MATCH (claim)-[evidence:EVIDENCED_BY]->(document)
RETURN id AS claim, evidence {{{of evidence}}} AS evidence, document.id AS document
ORDER BY evidence.position
{{limit}}
