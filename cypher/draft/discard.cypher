// Takes away a draft that waits.
MATCH (draft:Draft {id: $id})
WHERE draft.publishedAt IS NULL
DETACH DELETE draft
