// Which drafts wait to be published? A page of them, the last first; none of other authors than these, unless everybody's may be seen.
MATCH (draft:Draft)
WHERE draft.publishedAt IS NULL AND draft.place < $before AND ($everybodys OR draft.author IN $authors)
WITH draft ORDER BY draft.place DESC LIMIT $limit
RETURN draft {.*} AS draft
ORDER BY draft.place DESC
