// How many entities of one label are there?
MATCH (node:{{label}})
RETURN count(node) AS total
