// How many items of a kind that pass a filter have each value of something?
{{start}}
WHERE {{filter}}
WITH {{key}} AS value, count(node) AS total
RETURN value, total
