// How many entities at the other end of a relation, seen from each of many, have each value of something, or each pair of values of two things?
UNWIND $ids AS id
MATCH (origin:Entity {id: id})
MATCH (origin){{pattern}}(node{{target}})
WHERE {{holds relation}} AND {{filter}}
{{unfold}}
WITH id, {{row}} AS row, {{column}} AS column, count(relation) AS total
ORDER BY total DESC, row, column
WITH id, collect({row: row, column: column, total: total}) AS cells
RETURN id AS origin, cells[..$cells] AS cells
