// Ends observations whose value no live claim states, without deleting them.
UNWIND $ids AS id
MATCH (observation:Observation {id: id})
SET observation.retractedAt = $at
