// What do these claims say, and whose word is it?
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
CALL (claim) {
  MATCH (claim)-[:ATTRIBUTED_TO]->(source)
  RETURN collect(source.id) AS attributedTo
}
MATCH (claim)-[:RECORDED_IN]->(changeset:Changeset)
RETURN claim {{{of claim}}} AS claim, attributedTo, changeset.id AS recordedIn
