// Which of these observations are recorded, and are they live?
UNWIND $ids AS id
MATCH (observation:Observation {id: id})
RETURN observation.id AS id, observation.retractedAt AS retractedAt
