// Which relations of one type connect these sources with these targets, found from the targets? For sources with thousands of relations.
UNWIND $rows AS row
MATCH (target:Entity {id: row.target})
MATCH (target)<-[relation:{{type}}]-(source:Entity)
WHERE relation.knownUntil IS NULL AND source.id IN row.sources
RETURN source.id AS source, target.id AS target, relation {{{of relation}}} AS relation
