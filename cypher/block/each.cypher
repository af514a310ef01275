// What does a block find for each of many entities?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
CALL (origin) {
  {{block}}
}
RETURN id AS origin, rows AS rows
