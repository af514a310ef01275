// Which live claims rest on passages of documents with these archived texts?
MATCH (document:Document)
WHERE document.sha256 IN $hashes
MATCH (document)<-[evidence:EVIDENCED_BY]-(claim:Claim)
WHERE {{live claim}} AND evidence.start IS NOT NULL
RETURN claim.id AS claim, document.sha256 AS hash, evidence {.start, .end, .sha256} AS locator
