// Which relations that are known now lead from these nodes, with the labels of their ends?
UNWIND $ids AS id
MATCH (source:{{label}} {id: id})
MATCH (source)-[relation:{{types}}]->(target)
WHERE relation.knownUntil IS NULL
RETURN id AS source, {{labels of source}} AS sourceLabels, target.id AS target, {{labels of target}} AS targetLabels, type(relation) AS type, relation {{{of relation}}} AS relation
