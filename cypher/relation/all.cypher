// Every relation of one type.
MATCH (source:Entity)-[relation:{{type}}]->(target:Entity)
RETURN source.id AS source, target.id AS target, relation {.*} AS relation
