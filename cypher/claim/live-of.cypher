// Which live claims are these, or about these entities or observations, on which documents do they rest, and whom are they joined to?
{{start}}
WHERE claim.retractedAt IS NULL
CALL (claim) {
  MATCH (claim)-[evidence:EVIDENCED_BY]->(document:Entity)
  RETURN collect({id: document.id, citedOn: document.citedOn, publishedOn: document.publishedOn, writtenOn: document.writtenOn, supports: evidence.supports}) AS documents
}
RETURN id AS found, claim {{{of claim}}} AS claim, documents
