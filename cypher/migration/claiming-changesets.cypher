// Which changesets recorded or retracted a claim about these entities?
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
MATCH (entity)<-[:SUBJECT]-(claim:Claim)
MATCH (claim)-[:RECORDED_IN|RETRACTED_IN]->(changeset:Changeset)
RETURN DISTINCT id AS entity, changeset.id AS changeset
