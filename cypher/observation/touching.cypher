// Which live observations are joined to these entities?
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
MATCH (entity)<-[:{{types}}]-(observation:Observation)
WHERE observation.retractedAt IS NULL
RETURN DISTINCT observation.id AS id, observation {{{of observation}}} AS observation
