// Takes away a reading that is not published.
MATCH (reading:Reading {id: $id})
WHERE reading.publishedAt IS NULL
DETACH DELETE reading
