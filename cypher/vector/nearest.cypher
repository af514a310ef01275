// Which entities have the vectors that are nearest to this one? Only on Neo4j.
CALL db.index.vector.queryNodes($index, $looked, [number IN $vector | toFloat(number)]) YIELD node, score
WITH node.entity AS entity, max(vector.similarity.cosine(node.vector, [number IN $vector | toFloat(number)])) AS score
WHERE ($prefixes IS NULL OR any(prefix IN $prefixes WHERE entity STARTS WITH prefix)) AND ($among IS NULL OR entity IN $among)
RETURN entity AS entity, score AS score
ORDER BY score DESC, entity
LIMIT $limit
