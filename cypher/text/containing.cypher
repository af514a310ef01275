// Which texts contain these words, which are in lower case? Only those that are published, unless all may be seen.
MATCH (text:Text)
WHERE ($all OR text.publishedAt IS NOT NULL) AND toLower(text.text) CONTAINS $words
WITH text LIMIT $limit
RETURN text.id AS id
