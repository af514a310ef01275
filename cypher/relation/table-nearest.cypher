// How many entities that are related to any region within reach of each of many have each value of something, or each pair of values of two things?
UNWIND $ids AS id
MATCH (whole:Entity {id: id})
CALL (whole) { {{reach}} }
MATCH (origin){{pattern}}(node:{{label}})
WHERE {{holds relation}} AND {{filter}}
WITH DISTINCT id, node
{{unfold}}
WITH id, {{row}} AS row, {{column}} AS column, count(node) AS total
ORDER BY total DESC, row, column
WITH id, collect({row: row, column: column, total: total}) AS cells
RETURN id AS origin, cells[..$cells] AS cells
