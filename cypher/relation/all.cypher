// Every relation of one type, with the labels of its ends.
MATCH (source)-[relation:{{type}}]->(target)
WHERE relation.knownUntil IS NULL
RETURN source.id AS source, labels(source) AS sourceLabels, target.id AS target, labels(target) AS targetLabels, relation {.*} AS relation
