// Which values are marked as differing from others of the same thing?
MATCH (node:DifferingValue)
WITH node LIMIT $limit
RETURN node {{{of observation}}} AS node
