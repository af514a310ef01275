// Which claims, live or not, say something of these entities under these predicates?
UNWIND $ids AS id
MATCH (subject:Entity {id: id})
MATCH (subject)<-[:SUBJECT]-(claim:Claim)
WHERE claim.predicate IN $predicates
CALL (claim) {
  MATCH (claim)-[evidence:EVIDENCED_BY]->(document:Entity)
  RETURN collect({id: document.id, citedOn: document.citedOn, publishedOn: document.publishedOn, writtenOn: document.writtenOn, supports: evidence.supports}) AS documents
}
RETURN claim {{{of claim}}} AS claim, documents
