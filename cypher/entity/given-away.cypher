// What is known of these entities, which left the graph for others, and which others are these?
UNWIND $ids AS id
MATCH (node:Merged {id: id})
MATCH (node)-[:MERGED_INTO]->(into:Entity)
RETURN node {{{of entity}}} AS node, into.id AS into
