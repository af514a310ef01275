// Takes away a text that nobody published.
MATCH (text:Text {id: $id})
WHERE text.publishedAt IS NULL
DETACH DELETE text
