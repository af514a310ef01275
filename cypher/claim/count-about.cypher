// How many claims, live or not, are about each of these?
UNWIND $ids AS id
MATCH (subject:{{label}} {id: id})
MATCH (subject)<-[:SUBJECT]-(claim:Claim)
RETURN id AS id, count(claim) AS total
