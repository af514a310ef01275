// Which items of a kind pass a filter? A page of them.
{{start}}
WHERE {{filter}}
{{measure}}
WITH node, {{key}} AS key
WHERE {{after}}
WITH node, key ORDER BY {{order}} LIMIT $limit
WITH collect({node: node, key: key}) AS page
UNWIND page AS item
WITH item.node AS node, item.key AS key
{{inside}}
RETURN {{result}}
