// What does this reading propose?
MATCH (reading:Reading {id: $id})
RETURN reading.proposals AS proposals, reading.model AS model
