// Which entities are there to be found?
MATCH (node:Entity)
RETURN node.id AS id
ORDER BY id
