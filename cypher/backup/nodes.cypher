// What do these nodes hold?
UNWIND $ids AS id
MATCH (stored:{{label}} {id: id})
RETURN labels(stored) AS labels, stored {.*} AS properties
