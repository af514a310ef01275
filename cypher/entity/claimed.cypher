// Which properties that rest on claims do these entities have?
UNWIND $ids AS id
MATCH (node:Entity {id: id})
RETURN {{item}} AS node, {{labels of node}} AS labels
