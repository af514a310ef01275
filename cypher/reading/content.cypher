// What does this reading propose, and where was its text not read as a whole?
MATCH (reading:Reading {id: $id})
RETURN reading.proposals AS proposals, reading.model AS model, reading.cuts AS cuts
