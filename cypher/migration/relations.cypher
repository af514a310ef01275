// Which relations lead from these entities, those that ended included?
UNWIND $ids AS id
MATCH (source:Entity {id: id})
MATCH (source)-[relation:{{types}}]->(target:Entity)
RETURN id AS source, target.id AS target, type(relation) AS type, relation {.*} AS relation
