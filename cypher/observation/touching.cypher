// Which live observations measure these entities, are about them, were made or ranked there, or were reported by them?
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
MATCH (entity)<-[:MEASURES|ABOUT|OBSERVED_IN|REPORTED_BY|RANKED_IN]-(observation:Observation)
WHERE observation.retractedAt IS NULL
RETURN DISTINCT observation.id AS id, observation {.*} AS observation
