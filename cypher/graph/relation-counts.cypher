// How many relations of these types are known now?
MATCH (:Entity)-[relation:{{types}}]->()
WHERE relation.knownUntil IS NULL
RETURN count(relation) AS total
