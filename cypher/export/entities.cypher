// Which entities of a label are there? A page of their ids.
MATCH (entity:{{label}})
WHERE entity.id > $after
RETURN entity.id AS id
ORDER BY id LIMIT $limit
