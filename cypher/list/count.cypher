// How many items of a kind pass a filter?
MATCH (node:{{label}})
WHERE {{filter}}
RETURN count(node) AS total
