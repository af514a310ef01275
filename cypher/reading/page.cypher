// Which readings are there? A page of them, the last first, without what they propose; those that are published only where they are wanted.
MATCH (reading:Reading)
WHERE reading.place < $before AND ($published OR reading.publishedAt IS NULL)
WITH reading ORDER BY reading.place DESC LIMIT $limit
RETURN reading {.id, .author, .readAt, .place, .title, .outlet, .date, .url, .language, .sha256, .document, .method, .proposed, .version, .publishedAt} AS reading
ORDER BY reading.place DESC
