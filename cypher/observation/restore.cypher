// Restores observations whose value is claimed again. They keep the interval in which they were absent.
UNWIND $ids AS id
MATCH (observation:Observation {id: id})
WHERE observation.retractedAt IS NOT NULL
SET observation.absences = coalesce(observation.absences, []) + [observation.retractedAt + $at]
REMOVE observation.retractedAt
