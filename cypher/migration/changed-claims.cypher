// Which claims did this changeset record, or retract? A page of them.
MATCH (changeset:Changeset {id: $id})
MATCH (changeset)<-[:{{type}}]-(claim:Claim)
WHERE claim.id > $after
WITH claim ORDER BY claim.id LIMIT $limit
RETURN claim.id AS id, claim.predicate AS predicate, claim.subject AS subject, claim.object AS object
ORDER BY id
