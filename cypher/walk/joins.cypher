// Which relations join these entities with those?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
MATCH (origin)-[relation:{{types}}]-(other:Entity)
WHERE other.id IN $others AND {{holds relation}}
WITH id, relation LIMIT $limit
RETURN id AS origin, startNode(relation).id AS source, endNode(relation).id AS target, type(relation) AS type, relation {.*} AS relation
