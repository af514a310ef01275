// What is known of one entity?
MATCH (node:Entity {id: $id})
{{inside}}
RETURN collect({{item}}) AS {{name}}
