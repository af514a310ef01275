// How many items of a kind pass a filter?
{{start}}
WHERE {{filter}}
RETURN count(node) AS total
