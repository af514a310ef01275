// Makes ids lead to entities, as they do where the entities that had them were merged.
UNWIND $rows AS row
MATCH (into:Entity {id: row.into})
CREATE (redirect:Merged {id: row.id})
CREATE (redirect)-[:MERGED_INTO]->(into)
