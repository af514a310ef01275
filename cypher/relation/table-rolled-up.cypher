// How many regions of one level that hold what each of many entities covers have each value of something, or each pair of values of two things?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
MATCH (origin){{pattern}}(covered:Region)
WHERE {{holds relation}}
MATCH path = (covered)-[:PART_OF*0..8]->(node:Region)
WHERE all(step IN relationships(path) WHERE {{holds step}}) AND {{filter}}
  AND (node.level = $level OR (node.id = covered.id AND NOT EXISTS { MATCH up = (covered)-[:PART_OF*1..8]->(outer:Region) WHERE outer.level = $level }))
WITH DISTINCT id, node
{{unfold}}
WITH id, {{row}} AS row, {{column}} AS column, count(node) AS total
ORDER BY total DESC, row, column
WITH id, collect({row: row, column: column, total: total}) AS cells
RETURN id AS origin, cells[..$cells] AS cells
