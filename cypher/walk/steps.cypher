// Which relations has each of these entities? Up to a limit each; which ones beyond it, the engine decides.
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
CALL (origin) {
  MATCH (origin)-[relation:{{types}}]-(other:Entity)
  WHERE {{holds relation}}
  WITH relation LIMIT $limit
  RETURN collect({id: relation.id, from: startNode(relation).id, to: endNode(relation).id}) AS steps
}
RETURN id AS origin, steps
