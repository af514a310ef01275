// What do the live claims about these entities give as their properties, and on which documents do they rest?
UNWIND $ids AS id
MATCH (subject:Entity {id: id})
MATCH (subject)<-[:SUBJECT]-(claim:Claim)
WHERE {{live claim}} AND claim.predicate IN $predicates
CALL (claim) {
  MATCH (claim)-[:EVIDENCED_BY]->(document:Entity)
  RETURN collect(document.id) AS evidence
}
RETURN id AS subject, claim.id AS id, claim.predicate AS predicate, claim.value AS value, evidence
