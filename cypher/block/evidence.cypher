// What does a claim rest on?
MATCH (origin)-[evidence:EVIDENCED_BY]->(node:Entity)
WITH evidence, node ORDER BY evidence.position
WITH collect({evidence: evidence, node: node}) AS all
UNWIND all AS item
WITH item.evidence AS evidence, item.node AS node
{{inside}}
RETURN collect({{item}}) AS {{name}}
