// Which entities have taken the place of these?
UNWIND $ids AS id
MATCH (entity:Merged {id: id})
MATCH path = (entity)-[:MERGED_INTO*1..1000]->(into:Entity)
RETURN id AS id, into.id AS into
