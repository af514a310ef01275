// What is known of one entity?
MATCH (node:Entity {id: $id})
{{inside}}
RETURN {{item}} AS {{name}}
