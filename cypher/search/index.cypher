// Which entities have these tokens? A full-text index; only on Neo4j.
CREATE FULLTEXT INDEX {{name}} IF NOT EXISTS FOR (n:Entity) ON EACH [n.searchTerms, n.descriptionTerms]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}
