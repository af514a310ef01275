// How many nodes are there?
MATCH (stored)
RETURN count(stored) AS total
