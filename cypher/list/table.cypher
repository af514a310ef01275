// How many items of a kind that pass a filter have each value of something, or each pair of values of two things?
{{start}}
WHERE {{filter}}
{{unfold}}
WITH {{row}} AS row, {{column}} AS column, count(node) AS total
ORDER BY total DESC, row, column LIMIT $cells
RETURN row, column, total
