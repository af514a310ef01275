// Makes nodes with these properties.
UNWIND $rows AS row
CREATE (stored:{{label}})
SET stored = row
