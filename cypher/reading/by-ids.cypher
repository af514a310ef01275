// Which of these readings are there? Without what they propose.
UNWIND $ids AS id
MATCH (reading:Reading {id: id})
RETURN reading {.id, .author, .readAt, .place, .title, .outlet, .date, .url, .language, .sha256, .document, .method, .proposed, .version, .publishedAt} AS reading
