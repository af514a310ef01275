// How many regions of one level hold what each of many entities covers?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
CALL (origin) {
  MATCH (origin){{pattern}}(covered:Region)
  WHERE {{holds relation}}
  MATCH path = (covered)-[:PART_OF*0..8]->(node:Region)
  WHERE all(step IN relationships(path) WHERE {{holds step}}) AND {{filter}}
    AND (node.level = $level OR (node.id = covered.id AND NOT EXISTS { MATCH up = (covered)-[:PART_OF*1..8]->(outer:Region) WHERE outer.level = $level }))
  WITH DISTINCT node
  RETURN count(node) AS total
}
RETURN id AS origin, total
