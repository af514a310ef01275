// How many claims, or observations, are live?
MATCH (node:{{label}})
WHERE node.retractedAt IS NULL
RETURN count(node) AS total
