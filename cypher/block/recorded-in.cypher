// Which write recorded a claim?
MATCH (origin)-[:RECORDED_IN]->(changeset:Changeset)
RETURN head(collect(changeset.id)) AS {{name}}
