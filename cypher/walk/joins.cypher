// Which relations join these entities with those, whichever way they lead?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
MATCH (origin)-[relation:{{types}}]->(other:Entity)
WHERE other.id IN $others AND {{holds relation}}
WITH id, relation, other LIMIT $limit
RETURN id AS origin, id AS source, other.id AS target, type(relation) AS type, relation {{{of relation}}} AS relation
UNION ALL
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
MATCH (origin)<-[relation:{{types}}]-(other:Entity)
WHERE other.id IN $others AND {{holds relation}}
WITH id, relation, other LIMIT $limit
RETURN id AS origin, other.id AS source, id AS target, type(relation) AS type, relation {{{of relation}}} AS relation
