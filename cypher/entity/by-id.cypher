// What is known of these entities?
UNWIND $ids AS id
MATCH (node:Entity {id: id})
RETURN node {{{of entity}}} AS node, {{labels of node}} AS labels
