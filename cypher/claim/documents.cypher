// Which documents do these claims rest on?
UNWIND $ids AS id
MATCH (:Claim {id: id})-[:EVIDENCED_BY]->(document:Entity)
RETURN DISTINCT document.id AS document
