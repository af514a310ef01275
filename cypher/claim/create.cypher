// Records claims.
UNWIND $rows AS row
CREATE (claim:Claim) SET claim = row.properties
