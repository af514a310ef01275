// Takes entities of one label out of the graph for others that they are the same as; their ids go on leading there.
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
MATCH (into:Entity {id: row.into})
CREATE (entity)-[:MERGED_INTO]->(into)
SET entity:Merged
REMOVE entity:Entity
REMOVE entity:{{label}}
