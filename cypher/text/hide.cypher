// Leaves the text with this hash to editors again.
MATCH (text:Text {id: $id})
WHERE text.publishedAt IS NOT NULL
REMOVE text.publishedAt
