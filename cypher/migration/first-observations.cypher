// When was the first observation recorded that names each of these entities?
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
MATCH (entity)<-[:MEASURES|ABOUT|OBSERVED_IN|REPORTED_BY]-(observation:Observation)
WITH id, min(observation.recordedAt) AS recordedAt
RETURN id AS entity, recordedAt
