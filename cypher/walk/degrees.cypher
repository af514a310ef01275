// How many relations has each of these entities, counted up to a limit?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
CALL (origin) {
  MATCH (origin)-[relation:{{types}}]-(other:Entity)
  WHERE {{holds relation}}
  WITH relation LIMIT $limit
  RETURN count(relation) AS total
}
RETURN id AS origin, total
