// Which ids lead to other entities, since the entities that had them were merged? A page of them.
MATCH (entity:Merged)
WHERE entity.id > $after
WITH entity ORDER BY entity.id LIMIT $limit
RETURN entity.id AS id
ORDER BY id
