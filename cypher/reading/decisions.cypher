// What was decided on the proposals of these readings?
UNWIND $readings AS reading
MATCH (decision:ReadingDecision {reading: reading})
RETURN decision {.*} AS decision
