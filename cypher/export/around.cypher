// Which entities are one step from these?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
MATCH (origin)-[relation:{{types}}]-(other:Entity)
WHERE relation.knownUntil IS NULL
RETURN DISTINCT other.id AS id
