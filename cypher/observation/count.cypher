// How many values measure, are about, or were observed in each of many entities?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
CALL (origin) {
  MATCH (origin)<-[:MEASURES|ABOUT|OBSERVED_IN]-(found:Observation)
  WITH DISTINCT found AS node
  WHERE {{present node}} AND {{filter}}
  RETURN count(node) AS total
}
RETURN id AS origin, total
