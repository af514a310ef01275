// Adds the vectors of texts. Only on Neo4j.
UNWIND $rows AS row
CREATE (vector:Vector {entity: row.entity, hash: row.hash})
WITH vector, row
CALL db.create.setNodeVectorProperty(vector, $property, [number IN row.vector | toFloat(number)])
