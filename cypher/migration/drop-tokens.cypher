// Drops the tokens that nodes were found by, where the engine keeps an index of its own: how many nodes were looked at?
UNWIND $ids AS id
MATCH (entity:{{label}} {id: id})
{{embedded: REMOVE entity.searchTerms REMOVE entity.descriptionTerms}}
RETURN count(entity) AS total
