// What do these observations say?
UNWIND $ids AS id
MATCH (node:Observation {id: id})
RETURN node {{{of observation}}} AS node
