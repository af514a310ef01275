// Drops the index of vectors, which is of one number of dimensions. Only on Neo4j.
DROP INDEX {{name}} IF EXISTS
