// Which documents have these texts?
UNWIND $texts AS text
MATCH (document:Document {sha256: text})
RETURN text AS sha256, document.id AS document
