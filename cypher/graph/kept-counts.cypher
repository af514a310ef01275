// How many entities of each label, claims, observations and relations are there, as changesets keep count?
UNWIND $ids AS id
MATCH (count:Count {id: id})
RETURN id AS id, count.total AS total
