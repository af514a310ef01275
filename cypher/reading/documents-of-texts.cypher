// As which documents were these texts published?
UNWIND $texts AS text
MATCH (reading:Reading {sha256: text})
WHERE reading.publishedAt IS NOT NULL
RETURN DISTINCT text AS sha256, reading.document AS document
