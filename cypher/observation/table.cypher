// How many values that measure, are about, or were observed in each of many entities have each value of something, or each pair of values of two things?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
MATCH (origin)<-[:MEASURES|ABOUT|OBSERVED_IN]-(node:Observation)
WHERE {{present node}} AND {{filter}}
WITH DISTINCT id, node
{{unfold}}
WITH id, {{row}} AS row, {{column}} AS column, count(node) AS total
ORDER BY total DESC, row, column
WITH id, collect({row: row, column: column, total: total}) AS cells
RETURN id AS origin, cells[..$cells] AS cells
