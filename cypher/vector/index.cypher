// Which vectors are near to one? A vector index; only on Neo4j.
CREATE VECTOR INDEX {{name}} IF NOT EXISTS FOR (n:Vector) ON (n.vector)
OPTIONS {indexConfig: {`vector.dimensions`: {{dimensions}}, `vector.similarity_function`: 'cosine'}}
