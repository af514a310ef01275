// How many live claims are joined to each of many entities in one way?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
CALL (origin) {
  MATCH (origin)<-[:{{type}}]-(found:Claim)
  WITH DISTINCT found AS node
  WHERE {{live node}} AND {{filter}}
  RETURN count(node) AS total
}
RETURN id AS origin, total
