// Which entities of a label are there? A page of their ids.
MATCH (entity:{{label}})
WHERE entity.id > $after
WITH entity ORDER BY entity.id LIMIT $limit
RETURN entity.id AS id
ORDER BY id
