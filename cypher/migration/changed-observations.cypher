// Which observations were recorded, or ended, at this instant? A page of them.
MATCH (observation:Observation)
WHERE observation.{{property}} = $at AND observation.id > $after
WITH observation ORDER BY observation.id LIMIT $limit
RETURN observation.id AS id, observation.indicator AS indicator
ORDER BY id
