// Which live claims lead to these entities, or rest on them?
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
MATCH (entity)<-[:{{type}}]-(claim:Claim)
WHERE claim.retractedAt IS NULL
WITH DISTINCT claim
CALL (claim) {
  MATCH (claim)-[evidence:EVIDENCED_BY]->(document:Entity)
  RETURN collect({id: document.id, citedOn: document.citedOn, publishedOn: document.publishedOn, writtenOn: document.writtenOn, supports: evidence.supports}) AS documents
}
RETURN claim {{{of claim}}} AS claim, documents
