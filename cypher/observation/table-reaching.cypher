// How many values observed within reach of each of many regions have each value of something, or each pair of values of two things?
UNWIND $ids AS id
MATCH (whole:Entity {id: id})
CALL (whole) { {{reach}} }
MATCH (origin)<-[relation:OBSERVED_IN]-(node:Observation)
WHERE {{present node}} AND {{filter}}
WITH DISTINCT id, node
{{unfold}}
WITH id, {{row}} AS row, {{column}} AS column, count(node) AS total
ORDER BY total DESC, row, column
WITH id, collect({row: row, column: column, total: total}) AS cells
RETURN id AS origin, cells[..$cells] AS cells
