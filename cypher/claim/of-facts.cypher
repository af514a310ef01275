// Which live claims say something of these subjects, under these predicates?
UNWIND $rows AS row
MATCH (subject:{{label}} {id: row.subject})
MATCH (subject)<-[:SUBJECT]-(claim:Claim)
WHERE claim.retractedAt IS NULL AND claim.predicate IN row.predicates
CALL (claim) {
  MATCH (claim)-[evidence:EVIDENCED_BY]->(document:Entity)
  RETURN collect({id: document.id, citedOn: document.citedOn, publishedOn: document.publishedOn, writtenOn: document.writtenOn, supports: evidence.supports}) AS documents
}
RETURN claim {{{of claim}}} AS claim, documents
