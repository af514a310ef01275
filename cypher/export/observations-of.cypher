// Which live observations are of these indicators, or about these entities?
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
MATCH (entity)<-[:MEASURES|ABOUT]-(observation:Observation)
WHERE observation.retractedAt IS NULL
RETURN DISTINCT observation.id AS id
