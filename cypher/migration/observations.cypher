// Which observations are there? A page of their ids.
MATCH (observation:Observation)
WHERE observation.id > $after
WITH observation ORDER BY observation.id LIMIT $limit
RETURN observation.id AS id
ORDER BY id
