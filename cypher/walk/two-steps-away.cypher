// What is two relations away from an entity? Also how many second relations were looked at, up to a limit.
MATCH (origin:Entity {id: $id})
MATCH (origin)-[first:{{types}}]-(middle:Entity)
WHERE {{holds first}}
WITH DISTINCT middle
MATCH (middle)-[second:{{types}}]-(other:Entity)
WHERE {{holds second}}
WITH other LIMIT $limit
WITH other.id AS id, count(other) AS seen
RETURN id AS id, seen AS seen
