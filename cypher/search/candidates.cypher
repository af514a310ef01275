// Which entities do these questions of the full-text index find? The best of each with their tokens; only on Neo4j.
UNWIND $questions AS question
CALL (question) {
  CALL db.index.fulltext.queryNodes($index, question.text, {limit: $looked}) YIELD node, score
  WITH node, score
  WHERE ($labels IS NULL OR any(label IN labels(node) WHERE label IN $labels)) AND ($among IS NULL OR node.id IN $among)
  RETURN node.id AS id, node.searchTerms AS names, node.descriptionTerms AS description
  LIMIT $limit
}
RETURN question.position AS position, id AS id, names AS names, description AS description
ORDER BY position, id
