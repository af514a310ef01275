// Which entities did this changeset change? A page of them.
MATCH (changeset:Changeset {id: $id})
MATCH (changeset)<-[:CHANGED_IN]-(entity:Entity)
WHERE entity.id > $after
WITH entity ORDER BY entity.id LIMIT $limit
RETURN entity.id AS id, entity {.*} AS node, labels(entity) AS labels
ORDER BY id
