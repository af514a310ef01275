// Is there an observation that does not say when it was recorded?
MATCH (observation:Observation)
WHERE observation.recordedAt IS NULL
WITH observation LIMIT 1
RETURN observation.id AS id
