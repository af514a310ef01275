// What leads from these nodes, and what do these relations hold?
UNWIND $ids AS id
MATCH (stored:{{label}} {id: id})
MATCH (stored)-[relation]->(other)
RETURN id AS source, type(relation) AS type, labels(other) AS labels, other.id AS target, relation {.*} AS properties
