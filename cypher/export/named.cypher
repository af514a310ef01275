// What do these claims or observations name?
UNWIND $ids AS id
MATCH (record:{{from}} {id: id})
MATCH (record)-[:{{types}}]->(named:{{to}})
RETURN DISTINCT named.id AS id
