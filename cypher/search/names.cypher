// By which names, and by which description, are these entities known?
UNWIND $ids AS id
MATCH (node:Entity {id: id})
WHERE {{live node}}
RETURN node.id AS id, labels(node) AS labels, node.name AS name, node.names AS names, node.description AS description
