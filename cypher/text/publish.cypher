// Lets everybody read the text with this hash.
MATCH (text:Text {id: $id})
WHERE text.publishedAt IS NULL
SET text.publishedAt = $at
