// Which entities can be found?
MATCH (node:Entity)
RETURN node.id AS id
ORDER BY id
