// How many documents have one of these archived texts?
MATCH (document:Document)
WHERE document.sha256 IN $hashes
RETURN count(document) AS documents
