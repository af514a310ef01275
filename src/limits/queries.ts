/** What one operation may ask for. */
import { expensive, invalid, page, type Limits } from './limit.js';

export const operation = {
  deadline: { value: 10, unit: 's', of: 'Execution', beyond: 'The operation is cancelled.', code: 'TIMEOUT' },
  nodes: expensive(10_000, 'nodes', 'Nodes that an operation reads, counted while it runs'),
  storeTime: expensive(2, 's', 'Time that all statements of an operation run in the store, without making their plans'),
  answer: expensive(10_000_000, 'bytes', 'Answer'),
  errors: { value: 100, unit: 'errors', of: 'Errors of an answer', beyond: 'The others are left out.' },
  rows: expensive(50_000_000, 'bytes', 'Rows that an operation reads from the store'),
  statements: { value: 4, unit: 'statements', of: 'Statements of an operation that run at once', beyond: 'The others wait.' },
  worstCase: expensive(1_000_000, 'nodes', 'Nodes that an operation could read with every page full'),
  work: expensive(10_000, 'units', 'Work besides nodes: items looked at, counts, facets, searches, walks'),
  filterConditions: expensive(50, 'conditions', 'Conditions of all filters'),
  filterDepth: expensive(10, 'levels', 'Nesting of a filter'),
  filterBranches: invalid(20, 'filters', 'Filters in one `and` or `or`'),
  filterValues: invalid(100, 'values', 'Values of one `in`'),
  filterText: invalid(1_000, 'characters', 'Text of a filter'),
} satisfies Limits;

export const lists = {
  page: page(100, 20, 'items', 'Page of a list (`first`, `last`)'),
  claims: page(1_000, 500, 'claims', 'List inside one object: `claims`, `changes`, `paragraphs`, `via`'),
  cursor: invalid(10_000, 'characters', 'Cursor'),
  facets: invalid(5, 'facets', 'Facets in one `facets` field'),
  cells: {
    value: 1_000,
    unit: 'values',
    of: 'Values of a facet, and cells of a `crossTable`',
    beyond: 'The largest are given, and the result is `truncated`.',
  },
  searchedTexts: expensive(1_000, 'texts', 'Archived texts that contain the `text` of a filter'),
  paragraph: {
    value: 5_000,
    unit: 'characters',
    of: 'Paragraph of an archived text',
    beyond: 'It is given as several.',
  },
  ids: invalid(100, 'ids', 'Ids of `nodes`'),
  id: invalid(500, 'characters', 'Id'),
  hierarchy: { value: 8, unit: 'levels', of: 'Depth of a hierarchy that filters follow', beyond: 'Deeper levels are ignored.' },
  timeline: { value: 1_000, unit: 'items', of: 'Items of a timeline from each source', beyond: 'The timeline is `truncated`.' },
  contradictions: expensive(10_000, 'claims', 'Differing claims or values compared by `contradictions`'),
  changes: {
    value: 50_000,
    unit: 'changes',
    of: 'Changes that one page of `changes` looks through',
    beyond: 'The page has fewer changes, and `atEnd` is false.',
  },
  differences: {
    value: 10_000,
    unit: 'relations',
    of: 'Relations that `differences` compares',
    beyond: 'The differences are `truncated`.',
  },
  observations: expensive(10_000, 'observations', 'Observations aggregated by `series` or `statistics`'),
} satisfies Limits;

export const search = {
  query: invalid(200, 'characters', 'Query of `search`, and each name of `match`'),
  terms: { value: 32, unit: 'terms', of: 'Terms of a query', beyond: 'Further terms are ignored.' },
  results: { value: 200, unit: 'entities', of: 'Entities ranked by `search`', beyond: 'Less likely entities are left out.' },
  names: invalid(100, 'names', 'Names of `match`'),
  candidates: page(20, 5, 'candidates', 'Candidates of each name of `match`'),
  namesakes: {
    value: 100,
    unit: 'entities',
    of: 'Entities of one exact name',
    beyond: 'The others are ignored: the name is ambiguous.',
  },
  choices: {
    value: 10,
    unit: 'entities',
    of: 'Candidates of an ambiguous or unknown name',
    beyond: 'The others are counted only.',
  },
  nearest: {
    value: 10,
    unit: 'names',
    of: 'Unknown names of an operation for which near ones are searched',
    beyond: 'The error names no candidates.',
  },
  ranked: {
    value: 30,
    unit: 'entities',
    of: 'Entities ranked for each name of `match`',
    beyond: 'Less likely entities are left out.',
  },
} satisfies Limits;

export const meaning = {
  found: {
    value: 20,
    unit: 'entities',
    of: 'Entities that meaning alone adds to `search`',
    beyond: 'Less likely entities are left out.',
  },
  wait: {
    value: 800,
    unit: 'ms',
    of: 'Time for the embeddings endpoint to embed a question',
    beyond: 'The search uses words alone, and says so (`meaning: UNAVAILABLE`).',
  },
  pause: {
    value: 5_000,
    unit: 'ms',
    of: 'Time after a failure of the embeddings endpoint in which no question is sent to it',
    beyond: 'The next question is sent again; until then search uses words alone.',
  },
  questions: {
    value: 1_000,
    unit: 'questions',
    of: 'Questions whose vectors are kept',
    beyond: 'The least recently used ones are embedded again.',
  },
} satisfies Limits;

export const walks = {
  paths: page(20, 3, 'paths', 'Paths (`first`)'),
  hops: page(6, 4, 'relations', 'Length of a path (`maxHops`)'),
  attempts: expensive(200_000, 'steps', 'Steps tried while paths are assembled'),
  entities: page(500, 100, 'entities', 'Entities of a neighbourhood (`first`)'),
  depth: page(3, 1, 'relations', 'Radius of a neighbourhood (`depth`)'),
  explored: expensive(20_000, 'relations', 'Relations explored by `paths` or `neighbourhood`'),
  between: expensive(100_000, 'relations', 'Relations that `paths` compares to find what joins two hubs'),
  hub: {
    value: 1_000,
    unit: 'relations',
    of: 'Relations of an entity that is explored',
    beyond: 'The entity is a hub, explored last.',
  },
  joins: { value: 10_000, unit: 'relations', of: 'Relations of a neighbourhood', beyond: 'The neighbourhood is `truncated`.' },
} satisfies Limits;
