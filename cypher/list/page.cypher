// Which items of a kind pass a filter? A page of them.
{{start}}
WHERE {{filter}}
{{measure}}
WITH node, {{key}} AS key
WHERE {{after}}
WITH node, key ORDER BY {{order}} LIMIT $limit
RETURN node {.*} AS node, labels(node) AS labels, key
ORDER BY {{order}}
