// How many readings are not published?
MATCH (reading:Reading)
WHERE reading.publishedAt IS NULL
RETURN count(reading) AS open
