// Every relation of one type from a range of entities, with the labels of its ends.
MATCH (source)-[relation:{{type}}]->(target)
WHERE relation.knownUntil IS NULL AND source.id >= $from AND source.id < $until
RETURN source.id AS source, labels(source) AS sourceLabels, target.id AS target, labels(target) AS targetLabels, relation {.*} AS relation
