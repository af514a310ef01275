// Keeps a draft. One that is kept already stays as it is.
MERGE (draft:Draft {id: $id})
ON CREATE SET draft += $properties
