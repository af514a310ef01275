// What are these entities called, what are they, and what do policies and programs provide, by live claims?
UNWIND $ids AS id
MATCH (node:Entity {id: id})
CALL (node) {
  MATCH (node)<-[:SUBJECT]-(claim:Claim)
  WHERE claim.predicate IN $predicates AND claim.retractedAt IS NULL
  RETURN collect(claim.value) AS texts
}
RETURN id AS id, node.names AS names, node.description AS description, texts AS texts
