// Which relations has each of these entities, and to what? Up to a limit each; which ones beyond it, the engine decides.
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
CALL (origin) {
  MATCH (origin)-[relation:{{types}}]-(other:Entity)
  WHERE {{holds relation}}
  WITH relation, other LIMIT $limit
  RETURN collect({id: relation.id, other: other.id}) AS steps
}
RETURN id AS origin, steps
