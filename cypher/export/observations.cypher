// Which observations are live? A page of their ids.
MATCH (observation:Observation)
WHERE observation.id > $after AND observation.retractedAt IS NULL
RETURN observation.id AS id
ORDER BY id LIMIT $limit
