// What is in this draft? None of other authors than these, unless everybody's may be seen.
MATCH (draft:Draft {id: $id})
WHERE $everybodys OR draft.author IN $authors
RETURN draft {.*} AS draft
