// Marks a reading as published: was it waiting?
MATCH (reading:Reading {id: $id})
WHERE reading.publishedAt IS NULL
SET reading.publishedAt = $at
RETURN reading.id AS id
