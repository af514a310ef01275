// How many entities are at the other end of a relation of an entity?
MATCH (origin){{pattern}}(node{{target}})
WHERE {{holds relation}} AND {{filter}}
RETURN count(relation) AS {{name}}
