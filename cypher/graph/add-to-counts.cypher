// Adds to the counts that the store keeps.
UNWIND $rows AS row
MERGE (count:Count {id: row.id})
SET count.total = coalesce(count.total, 0) + row.by
