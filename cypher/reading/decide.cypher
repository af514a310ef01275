// Records what is decided on proposals, in place of what was decided before.
UNWIND $rows AS row
MERGE (decision:ReadingDecision {id: row.id})
SET decision += row
