// Which relations of one type connect these sources with these targets?
UNWIND $rows AS row
MATCH (source:Entity {id: row.source})
MATCH (source)-[relation:{{type}}]->(target:Entity)
WHERE relation.knownUntil IS NULL AND target.id IN row.targets
RETURN source.id AS source, target.id AS target, relation {{{of relation}}} AS relation
