// Takes up observations again whose value is claimed anew. They keep that they were not there in between.
UNWIND $ids AS id
MATCH (observation:Observation {id: id})
WHERE observation.retractedAt IS NOT NULL
SET observation.absences = coalesce(observation.absences, []) + [observation.retractedAt + $at]
REMOVE observation.retractedAt
