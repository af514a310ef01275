// Which relations of one type began, or ended, at this instant? A page of them.
MATCH (source:Entity)-[relation:{{type}}]->(target:Entity)
WHERE relation.{{property}} = $at AND relation.id > $after
WITH source, relation, target ORDER BY relation.id LIMIT $limit
RETURN relation.id AS id, source.id AS source, target.id AS target
ORDER BY id
