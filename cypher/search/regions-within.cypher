// Which regions lie in a region, at any depth?
MATCH (region:Entity {id: $region})
MATCH path = (part:Entity)-[:PART_OF*1..8]->(region)
WHERE all(step IN relationships(path) WHERE {{holds step}})
RETURN DISTINCT part.id AS id
