// What are the texts with these hashes? Only those that are published, unless all may be seen.
UNWIND $ids AS id
MATCH (text:Text {id: id})
WHERE $all OR text.publishedAt IS NOT NULL
RETURN text.id AS id, text.text AS text
