// Which entities did these changesets change, and which were merged into them?
UNWIND $changesets AS id
MATCH (changeset:Changeset {id: id})
MATCH (entity)-[:CHANGED_IN]->(changeset)
CALL (entity) {
  MATCH (other:Merged)-[:MERGED_INTO]->(entity)
  RETURN collect(other.id) AS merged
}
RETURN DISTINCT entity.id AS id, merged AS merged
