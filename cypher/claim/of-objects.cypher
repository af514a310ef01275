// Which live claims join these subjects to these objects, found from the objects? For subjects that thousands of claims speak of.
UNWIND $rows AS row
MATCH (object:Entity {id: row.object})
MATCH (object)<-[:OBJECT]-(claim:Claim)
WHERE claim.retractedAt IS NULL AND claim.predicate = row.predicate AND claim.subject IN row.subjects
CALL (claim) {
  MATCH (claim)-[evidence:EVIDENCED_BY]->(document:Entity)
  RETURN collect({id: document.id, citedOn: document.citedOn, publishedOn: document.publishedOn, writtenOn: document.writtenOn, supports: evidence.supports}) AS documents
}
RETURN claim {{{of claim}}} AS claim, documents
