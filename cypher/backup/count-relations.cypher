// How many relationships are there?
MATCH (stored)-[relation]->(other)
RETURN count(relation) AS total
