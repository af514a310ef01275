// Which nodes of a label are live? Some of their ids, in the engine's own order, also the id that what they say gives.
MATCH (record:{{label}})
WHERE record.retractedAt IS NULL
WITH record SKIP $skip LIMIT $limit
RETURN record.id AS stored, coalesce(record.repeats, record.id) AS id
