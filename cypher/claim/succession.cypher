// By which changesets were these claims retracted, which claims took their place, and whose place did they take?
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
CALL (claim) {
  MATCH (claim)-[:RETRACTED_IN]->(changeset:Changeset)
  RETURN collect(changeset.id) AS retractedIn
}
CALL (claim) {
  MATCH (claim)-[:SUPERSEDED_BY]->(next:Claim)
  RETURN collect(next.id) AS supersededBy
}
CALL (claim) {
  MATCH (claim)<-[:SUPERSEDED_BY]-(before:Claim)
  RETURN collect(before.id) AS supersedes
}
RETURN id AS claim, retractedIn, supersededBy, supersedes
