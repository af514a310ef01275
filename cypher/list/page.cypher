// Which items of a kind pass a filter? A page of them.
{{start}}
WHERE {{filter}} AND {{after}}
WITH node ORDER BY {{order}} LIMIT $limit
RETURN node {.*} AS node, labels(node) AS labels
ORDER BY {{order}}
