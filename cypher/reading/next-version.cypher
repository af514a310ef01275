// Gives a reading that is not published its next version: which one?
MATCH (reading:Reading {id: $id})
WHERE reading.publishedAt IS NULL
SET reading.version = reading.version + 1
RETURN reading.version AS version
