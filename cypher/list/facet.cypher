// How many items of a kind that pass a filter have each value of something?
MATCH (node:{{label}})
WHERE {{filter}}
WITH {{key}} AS value, count(node) AS total
RETURN value, total
