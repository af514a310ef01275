// Takes away what was decided on a reading that is gone.
MATCH (decision:ReadingDecision {reading: $reading})
DETACH DELETE decision
