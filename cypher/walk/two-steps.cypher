// By which two relations each is an entity joined to some others?
MATCH (origin:Entity {id: $id})
MATCH (origin)-[first:{{types}}]-(middle:Entity)
WHERE {{holds first}}
MATCH (middle)-[second:{{types}}]-(other:Entity)
WHERE other.id IN $others AND {{holds second}}
WITH first, middle, second, other LIMIT $limit
RETURN first.id AS first, middle.id AS middle, second.id AS second, other.id AS other
