// Keeps a text under its hash. One that is kept already stays as it is.
MERGE (text:Text {id: $id})
ON CREATE SET text.text = $text
