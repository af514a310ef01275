// What is known of every entity of one label in a range of ids?
MATCH (node:{{label}})
WHERE node.id >= $from AND node.id < $until
RETURN node {.*} AS node
