// Keeps a reading of a text. One that is kept already stays as it is.
MERGE (reading:Reading {id: $id})
ON CREATE SET reading += $properties
