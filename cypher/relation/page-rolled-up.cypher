// Which regions of one level hold what each of many entities covers? A page for each; larger regions are kept as they are.
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
CALL (origin) {
  MATCH (origin){{pattern}}(covered:Region)
  WHERE {{holds relation}}
  MATCH path = (covered)-[:PART_OF*0..8]->(node:Region)
  WHERE all(step IN relationships(path) WHERE {{holds step}}) AND {{filter}}
    AND (node.level = $level OR (node.id = covered.id AND NOT EXISTS { MATCH up = (covered)-[:PART_OF*1..8]->(outer:Region) WHERE outer.level = $level }))
  WITH node, collect({relation: relation {{{of relation}}}, type: {{relationType}}}) AS relations
  {{measure}}
  WITH node, relations, {{key}} AS key
  WHERE {{after}}
  WITH node, relations, key ORDER BY {{order}} LIMIT $limit
  RETURN collect({relations: relations, node: node {{{of entity}}}, labels: {{labels of node}}, key: key}) AS rows
}
RETURN id AS origin, rows
