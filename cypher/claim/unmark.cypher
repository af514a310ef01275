// Removes the marks of differing claims from the claims about the subjects of these.
UNWIND $ids AS id
MATCH (touched:Claim {id: id})
MATCH (touched)-[:SUBJECT]->(subject:Entity)
WITH DISTINCT subject
MATCH (subject)<-[:SUBJECT]-(claim:DifferingClaim)
REMOVE claim:DifferingClaim
