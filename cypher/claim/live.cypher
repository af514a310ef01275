// Which claims of a range of subjects are live? A page of them by id, with where they were recorded.
MATCH (claim:Claim)
WHERE claim.id > $after AND claim.retractedAt IS NULL AND claim.subject >= $from AND claim.subject < $until
WITH claim ORDER BY claim.id LIMIT $limit
MATCH (claim)-[:RECORDED_IN]->(changeset:Changeset)
CALL (claim) {
  MATCH (claim)-[evidence:EVIDENCED_BY]->(document:Entity)
  RETURN collect({id: document.id, citedOn: document.citedOn, publishedOn: document.publishedOn, writtenOn: document.writtenOn, supports: evidence.supports}) AS documents
}
RETURN claim {{{of claim}}} AS claim, changeset.origin AS origin, documents
ORDER BY claim.id
