// What is known of these entities?
UNWIND $ids AS id
MATCH (node:Entity {id: id})
RETURN node {.*} AS node, labels(node) AS labels
