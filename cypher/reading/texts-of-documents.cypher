// Which texts were published as these documents?
UNWIND $documents AS document
MATCH (reading:Reading {document: document})
WHERE reading.publishedAt IS NOT NULL
RETURN DISTINCT reading.sha256 AS sha256
