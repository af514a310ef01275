// Which live claims are about these entities or observations? In the order in which they were recorded, then by their place in the document.
UNWIND $ids AS id
MATCH (subject:{{label}} {id: id})
MATCH (subject)<-[:SUBJECT]-(claim:Claim)
WHERE {{live claim}} {{predicates}}
MATCH (claim)-[evidence:EVIDENCED_BY]->(document:Entity)
WHERE evidence.position = 0
RETURN id AS subject, claim.id AS claim, claim.recordedAt AS recordedAt, document.id AS document, evidence.start AS start
ORDER BY recordedAt, document, start, claim
LIMIT $limit
