// What are or were these entities part of, or located in, and when?
UNWIND $ids AS id
MATCH (node:Entity {id: id})
MATCH (node)-[relation:PART_OF|LOCATED_IN]->(place:Entity)
WHERE {{known relation}}
WITH id, relation, place, ({{holds relation}}) AS current
RETURN id AS id, type(relation) AS type, place.id AS place, place.name AS name, relation.fromEarliest AS since, relation.untilLatest AS until, current AS current
ORDER BY id, type, until, place
