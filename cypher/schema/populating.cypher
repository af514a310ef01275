// Which indexes do not hold all that they should yet? Only on Neo4j.
SHOW INDEXES YIELD name, state, populationPercent, failureMessage
WHERE state <> $online
RETURN name AS name, state AS state, populationPercent AS percent, failureMessage AS failure
