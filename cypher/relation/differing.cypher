// Which relations of each of many entities hold on one of two days only, or only possibly on one of them? Up to a limit each, by id.
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
CALL (origin) {
  MATCH (origin)-[relation:{{types}}]-(other:Entity)
  WHERE {{known relation}} AND {{before}} <> {{after}}
  WITH relation ORDER BY relation.id LIMIT $limit
  RETURN collect({relation: relation {{{of relation}}}, type: type(relation), source: startNode(relation).id, target: endNode(relation).id}) AS rows
}
RETURN id AS origin, rows
