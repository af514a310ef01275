// How many live claims that are joined to each of many entities in one way have each value of something, or each pair of values of two things?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
MATCH (origin)<-[:{{type}}]-(node:Claim)
WHERE {{live node}} AND {{filter}}
WITH DISTINCT id, node
{{unfold}}
WITH id, {{row}} AS row, {{column}} AS column, count(node) AS total
ORDER BY total DESC, row, column
WITH id, collect({row: row, column: column, total: total}) AS cells
RETURN id AS origin, cells[..$cells] AS cells
