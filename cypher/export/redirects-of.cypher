// Which ids lead to these entities, since the entities that had them were merged?
UNWIND $ids AS id
MATCH (into:Entity {id: id})
MATCH path = (entity:Merged)-[:MERGED_INTO*1..1000]->(into)
RETURN entity.id AS id, into.id AS into
