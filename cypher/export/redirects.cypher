// Which ids lead to other entities, since the entities that had them were merged? A page of them.
MATCH (entity:Merged)
WHERE entity.id > $after
RETURN entity.id AS id
ORDER BY id LIMIT $limit
