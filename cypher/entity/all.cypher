// What is known of every entity of one label?
MATCH (node:{{label}})
RETURN node {.*} AS node
