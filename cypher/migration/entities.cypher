// What is known of the entities? A page of them by id.
MATCH (entity:Entity)
WHERE entity.id > $after
WITH entity ORDER BY entity.id LIMIT $limit
RETURN entity.id AS id, entity {.*} AS node, labels(entity) AS labels
ORDER BY id
