// Which items of a kind pass a filter? The ids of a page of them, for an engine that sorts whole items slowly.
{{start}}
WHERE {{filter}}
{{measure}}
WITH node, {{key}} AS key
WHERE {{after}}
RETURN node.id AS id, key AS key
ORDER BY {{order}} LIMIT $limit
