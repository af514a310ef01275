// Which of these observations are recorded, are they live, and of what are they?
UNWIND $ids AS id
MATCH (observation:Observation {id: id})
RETURN observation.id AS id, observation.retractedAt AS retractedAt, observation.about AS about,
  observation.indicator AS indicator, observation.region AS region, observation.reportedBy AS reportedBy, observation.rankedIn AS rankedIn
