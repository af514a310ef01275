// Which relations lead from these entities?
UNWIND $ids AS id
MATCH (source:Entity {id: id})
MATCH (source)-[relation:{{types}}]->(target:Entity)
WHERE relation.knownUntil IS NULL
RETURN id AS source, target.id AS target, type(relation) AS type, relation {{{of relation}}} AS relation
