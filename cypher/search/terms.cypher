// By what are these entities found?
UNWIND $ids AS id
MATCH (node:Entity {id: id})
RETURN node {.id, .names, .description, .codes, .identifiers, .documentNumber} AS node, {{labels of node}} AS labels
