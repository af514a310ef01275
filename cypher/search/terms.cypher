// By which tokens is each entity found? A page of them.
MATCH (node:Entity)
WHERE node.searchTerms IS NOT NULL AND node.id > $after
WITH node ORDER BY node.id LIMIT $limit
RETURN node.id AS id, node.searchTerms AS names, node.descriptionTerms AS description
ORDER BY id
