// Which relations began, or ended, at this instant? A page of them.
MATCH (source:Entity)-[relation:{{types}}]->(target:Entity)
WHERE relation.{{property}} = $at AND relation.id > $after
WITH source, relation, target ORDER BY relation.id LIMIT $limit
RETURN relation.id AS id, type(relation) AS type, source.id AS source, target.id AS target
ORDER BY id
