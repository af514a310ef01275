// Records claims of entities, or of observations, in a changeset.
MATCH (changeset:Changeset {id: $changeset})
UNWIND $rows AS row
MATCH (subject:{{label}} {id: row.subject})
CREATE (claim:Claim)
SET claim = row
CREATE (claim)-[:SUBJECT]->(subject)
CREATE (claim)-[:RECORDED_IN]->(changeset)
