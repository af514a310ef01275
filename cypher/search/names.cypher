// By which names, codes and description are these entities known, and which of them were part of something and are no more?
UNWIND $ids AS id
MATCH (node:Entity {id: id})
WHERE {{live node}}
RETURN node.id AS id, {{labels of node}} AS labels, node.name AS name, node.names AS names, node.description AS description,
  node.codes AS codes, node.identifiers AS identifiers, node.documentNumber AS documentNumber,
  EXISTS { MATCH (node)-[placed:PART_OF]->(:Entity) WHERE {{known placed}} } AS placed,
  EXISTS { MATCH (node)-[current:PART_OF]->(:Entity) WHERE {{holds current}} } AS current
