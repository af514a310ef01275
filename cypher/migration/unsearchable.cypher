// Is there an entity without the tokens that it is found by?
MATCH (entity:Entity)
WHERE entity.searchTerms IS NULL
WITH entity LIMIT 1
RETURN entity.id AS id
