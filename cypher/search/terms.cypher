// By which tokens are these entities found?
UNWIND $ids AS id
MATCH (node:Entity {id: id})
RETURN id AS id, node.searchTerms AS names, node.descriptionTerms AS description
