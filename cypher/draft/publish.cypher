// Marks a draft that waits as published, and drops its content, which is in the graph now: was there such a draft?
MATCH (draft:Draft {id: $id})
WHERE draft.publishedAt IS NULL
SET draft.publishedAt = $at
REMOVE draft.input
REMOVE draft.entries
RETURN draft.id AS id
