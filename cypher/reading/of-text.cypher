// Which readings are of this text?
MATCH (reading:Reading {sha256: $sha256})
RETURN reading.id AS id
