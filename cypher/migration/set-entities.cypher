// Sets properties of entities; the others stay.
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
SET entity += row.properties
{{neo4j: SET entity += row.tokens}}
