// How often was what these rules proposed accepted and rejected, in all readings but this one?
UNWIND $rules AS rule
MATCH (decision:ReadingDecision {rule: rule})
WHERE decision.reading <> $reading
WITH rule, decision.state AS state, count(*) AS total
RETURN rule AS rule, state AS state, total AS count
