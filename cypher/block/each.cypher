// What does a block find for each of many entities?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
CALL (origin) {
  {{block}}
}
UNWIND rows AS row
WITH id, origin, row.relation AS relation, row.node AS node, row.key AS key
RETURN id AS origin, {{result}}
