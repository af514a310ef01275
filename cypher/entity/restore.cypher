// Brings entities of one label back into the graph that left it for others when they were merged.
UNWIND $ids AS id
MATCH (entity:Merged {id: id})
MATCH (entity)-[succession:MERGED_INTO]->(into:Entity)
DELETE succession
SET entity:Entity
SET entity:{{label}}
REMOVE entity:Merged
