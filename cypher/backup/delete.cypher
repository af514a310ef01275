// Deletes some nodes of a label.
MATCH (stored:{{label}})
WITH stored LIMIT $limit
DETACH DELETE stored
