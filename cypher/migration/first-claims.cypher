// When was the first claim recorded that names each of these entities?
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
MATCH (entity)<-[:SUBJECT|OBJECT|ATTRIBUTED_TO|EVIDENCED_BY]-(claim:Claim)
WITH id, min(claim.recordedAt) AS recordedAt
RETURN id AS entity, recordedAt
