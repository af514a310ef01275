// By which tokens is each entity found?
MATCH (node:Entity)
WHERE node.searchTerms IS NOT NULL
RETURN node.id AS id, node.searchTerms AS names, node.descriptionTerms AS description
