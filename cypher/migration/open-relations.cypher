// Gives relations from these entities that are known, and that nothing ends, the day from which on they may hold.
UNWIND $ids AS id
MATCH (source:Entity {id: id})
MATCH (source)-[relation:{{types}}]->(target:Entity)
WHERE relation.knownUntil IS NULL AND relation.untilLatest IS NULL AND relation.openFrom IS NULL
SET relation.openFrom = coalesce(relation.possibleFrom, '')
