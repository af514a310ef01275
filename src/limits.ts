/** Every limit of the service, by what it bounds. The code takes its numbers from here, and docs/limits.md is printed from it. */
import { maxHeaderSize } from 'node:http';
import type { PublicErrorCode } from './error-codes.js';

export interface Limit {
  readonly value: number;
  readonly unit: string;
  /** What is bounded. */
  readonly of: string;
  /** The value of an argument that is left out. */
  readonly default?: number;
  /** What happens beyond it. */
  readonly beyond: string;
  /** The code of the error, where there is one. */
  readonly code?: PublicErrorCode;
}

type Group = Readonly<Record<string, Limit>>;

const rejected = (
  value: number,
  unit: string,
  of: string,
  code: PublicErrorCode,
): Limit & { readonly code: PublicErrorCode } => ({
  value,
  unit,
  of,
  beyond: 'The request is rejected.',
  code,
});
const expensive = (value: number, unit: string, of: string) => rejected(value, unit, of, 'QUERY_TOO_EXPENSIVE');
const invalid = (value: number, unit: string, of: string) => rejected(value, unit, of, 'BAD_USER_INPUT');
const overHttp = (value: number, unit: string, of: string) => ({
  ...invalid(value, unit, of),
  beyond: 'The request is rejected. The command has no such limit.',
});
const page = (value: number, byDefault: number, unit: string, of: string) => ({
  ...invalid(value, unit, of),
  default: byDefault,
});

const parsedAgain = 'The least recently used ones are parsed again when they are sent again.';

const request = {
  body: rejected(1_000_000, 'bytes', 'JSON body', 'BODY_TOO_LARGE'),
  jsonDepth: rejected(32, 'levels', 'Nesting of a JSON body', 'BAD_REQUEST'),
  jsonValues: rejected(2_000, 'values', 'Values of a JSON body', 'BAD_REQUEST'),
  headers: rejected(maxHeaderSize, 'bytes', 'URL and headers', 'HEADERS_TOO_LARGE'),
  headerLines: rejected(200, 'headers', 'Headers', 'HEADERS_TOO_LARGE'),
  bookmarks: rejected(20, 'bookmarks', 'Bookmarks of `extensions.bookmark`', 'BAD_USER_INPUT'),
  bookmark: rejected(5_000, 'characters', 'Bookmark', 'BAD_USER_INPUT'),
  head: rejected(10, 's', 'Time for the URL and headers to arrive', 'REQUEST_TIMEOUT'),
  arrival: rejected(30, 's', 'Time for a request to arrive', 'REQUEST_TIMEOUT'),
} satisfies Group;

const document = {
  characters: expensive(100_000, 'characters', 'Document'),
  lines: expensive(5_000, 'lines', 'Document'),
  tokens: expensive(2_500, 'tokens', 'Document'),
  brackets: expensive(64, 'levels', 'Nesting of brackets of any kind'),
  directives: expensive(50, 'directives', 'Directives'),
  definitions: expensive(100, 'definitions', 'Operations and fragments'),
  variables: expensive(100, 'variables', 'Variables of all operations'),
  depth: expensive(20, 'levels', 'Nesting of fields, fragments expanded'),
  aliases: expensive(100, 'aliases', 'Aliases, fragments expanded'),
  fields: expensive(500, 'fields', 'Fields, fragments expanded'),
} satisfies Group;

const documents = {
  documents: { value: 1_000, unit: 'documents', of: 'Documents kept parsed', beyond: parsedAgain },
  characters: { value: 200_000, unit: 'characters', of: 'Documents kept parsed, together', beyond: parsedAgain },
} satisfies Group;

const results = {
  answers: {
    value: 10_000,
    unit: 'answers',
    of: 'Cached answers',
    beyond: 'The least recently used ones are executed when they are requested again.',
  },
} satisfies Group;

const operation = {
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
} satisfies Group;

const lists = {
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
} satisfies Group;

const search = {
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
} satisfies Group;

const walks = {
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
} satisfies Group;

const writes = {
  items: invalid(500, 'items', 'Each list of an input'),
  text: invalid(10_000, 'characters', 'Text'),
  name: invalid(2_000, 'characters', 'Name, title or key'),
  code: invalid(200, 'characters', 'Code or unit'),
} satisfies Group;

const imports = {
  files: rejected(8, 'files', 'Files of one `POST /import`', 'BODY_TOO_LARGE'),
  file: rejected(128 * 1024 * 1024, 'bytes', 'File of `POST /import`', 'BODY_TOO_LARGE'),
  concurrent: {
    value: 1,
    unit: 'import',
    of: 'Concurrent imports over HTTP',
    beyond: 'The request is rejected.',
    code: 'UNAVAILABLE',
  },
  time: {
    value: 1_800,
    unit: 's',
    of: 'Time of an import over HTTP',
    beyond: 'It ends between two batches; the same files sent again go on from there.',
    code: 'TIMEOUT',
  },
  memory: rejected(512, 'MB', 'Memory that an import over HTTP takes to read its files', 'BODY_TOO_LARGE'),
  lines: overHttp(1_000_000, 'lines', 'Lines of a file sent over HTTP'),
  unpacked: overHttp(1_000_000_000, 'bytes', 'A packed file sent over HTTP, unpacked'),
  sharedTexts: invalid(50_000_000, 'characters', 'Texts that the cells of a workbook share'),
  growth: invalid(200, 'times', 'Growth of a packed file that is unpacked, from 16 MB on'),
  record: invalid(1_000_000, 'characters', 'Row of a table, cell, or line of JSON Lines'),
  columns: invalid(1_000, 'columns', 'Columns of a table'),
  depth: invalid(32, 'levels', 'Nesting of a line of JSON Lines, of YAML, and of a mapping'),
  values: invalid(20_000, 'values', 'Values of a line of JSON Lines'),
  entries: invalid(1_000, 'entries', 'Each list of a record, such as names or evidence'),
  made: invalid(2_000, 'items', 'Entities, claims and observations that one row makes'),
  yaml: invalid(8 * 1024 * 1024, 'characters', 'A YAML file, and a mapping'),
  yamlEntries: invalid(200_000, 'keys and list entries', 'A YAML file, and a mapping'),
  yamlAliases: invalid(1_000, 'aliases', 'A YAML file, and a mapping'),
  wrong: {
    ...invalid(10_000, 'problems', 'Problems of records by themselves'),
    beyond: 'The files are read no further.',
  },
  batch: {
    value: 100,
    unit: 'records',
    of: 'Records that an import over HTTP writes in one changeset',
    beyond: 'The others are written in the next ones.',
  },
  batchItems: {
    value: 1_000,
    unit: 'items',
    of: 'Entities, claims, observations and evidence of such a changeset, but for those of one record',
    beyond: 'The others are written in the next ones.',
  },
} satisfies Group;

const exports = {
  concurrent: rejected(4, 'exports', 'Exports over HTTP that run at once', 'UNAVAILABLE'),
  each: rejected(2, 'exports', 'Of them, exports of one client', 'UNAVAILABLE'),
  time: {
    value: 600,
    unit: 's',
    of: 'Time of an export over HTTP',
    beyond: 'The download ends before it is whole. The command has no such limit.',
    code: 'TIMEOUT',
  },
  bytes: {
    value: 2_000_000_000,
    unit: 'bytes',
    of: 'Export over HTTP, before compression',
    beyond: 'The download ends before it is whole. The command has no such limit.',
  },
  unread: { value: 30, unit: 's', of: 'Time without reading a download', beyond: 'The client is disconnected.' },
} satisfies Group;

const reconciliation = {
  queries: rejected(50, 'queries', 'Queries of one batch', 'BODY_TOO_LARGE'),
  conditions: invalid(20, 'conditions', 'Properties, or conditions, of one query'),
  values: invalid(20, 'values', 'Values of one property or condition'),
  suggestions: page(100, 10, 'suggestions', 'Suggestions (`limit`)'),
  properties: invalid(20, 'properties', 'Properties of a data extension'),
  cell: {
    value: 100,
    unit: 'values',
    of: 'Values of one property of an entity in a data extension',
    beyond: 'The others are left out.',
  },
} satisfies Group;

const oneAtOnce = (value: number, of: string): Limit => ({ value, unit: 'operations', of, beyond: 'The others wait.' });

const admission = {
  wait: {
    ...rejected(1, 's', 'Time that an operation would wait for its turn, as expected when it comes', 'OVERLOADED'),
    beyond: 'The request is rejected at once.',
  },
  burst: {
    value: 16,
    unit: 'operations',
    of: 'Operations that wait, however long that takes',
    beyond: 'The limit above applies.',
  },
  embedded: oneAtOnce(8, 'Operations that run at once on the embedded engine'),
  embeddedEach: oneAtOnce(6, 'Of them, operations of one client'),
  neo4j: oneAtOnce(24, 'Operations that run at once on Neo4j'),
  neo4jEach: oneAtOnce(16, 'Of them, operations of one client'),
  reserve: oneAtOnce(4, 'Cheap operations that run besides these'),
  cheap: { value: 50, unit: 'nodes and units of work', of: 'What a cheap operation could take', beyond: 'It is not cheap.' },
  reading: {
    value: 5,
    unit: 'ms',
    of: 'Time for which requests are read in one turn, while operations wait',
    beyond: 'Requests are rejected before they are read.',
    code: 'OVERLOADED',
  },
  together: {
    value: 64,
    unit: 'requests',
    of: 'Requests that are read in one turn, however long that takes',
    beyond: 'The limit above applies.',
  },
  clients: {
    value: 100_000,
    unit: 'clients',
    of: 'Clients whose requests are counted for `POLICYGRAPH_RATE`',
    beyond: 'The count of those seen least recently begins again.',
  },
} satisfies Group;

const subscriptions = {
  each: expensive(50, 'subscriptions', 'Subscriptions of one WebSocket'),
  unread: { value: 30, unit: 's', of: 'Time without reading', beyond: 'The client is disconnected.' },
} satisfies Group;

const agents = {
  answer: expensive(100_000, 'characters', 'Answer of a tool at `/mcp`'),
  claims: invalid(20, 'claims', 'Claims of each relation, value or item (`claims`)'),
} satisfies Group;

const readAsSeveral = (value: number, unit: string, of: string): Limit => ({
  value,
  unit,
  of,
  beyond: 'It is read as several: `cuts` of the reading says where.',
});
const leftOut = (value: number, unit: string, of: string): Limit => ({
  value,
  unit,
  of,
  beyond: 'Further ones are left out: `cuts` of the reading says where.',
});

const reading = {
  text: invalid(2_000_000, 'characters', 'Text of `policygraph read`'),
  page: invalid(20_000_000, 'bytes', 'A web page of `policygraph read`'),
  pageDepth: invalid(1_000, 'elements', 'Elements of a page inside each other'),
  pdf: invalid(50_000_000, 'bytes', 'A PDF of `policygraph read`'),
  pdfPages: invalid(2_000, 'pages', 'The same'),
  pdfTime: { ...invalid(60, 's', 'Time to read its text'), beyond: 'The file is not read.' },
  pdfMemory: { ...invalid(1_000, 'MB', 'Memory to read its text'), beyond: 'The file is not read.' },
  proposed: invalid(200_000, 'characters', 'Text of `proposeClaims`'),
  sentence: readAsSeveral(2_000, 'characters', 'Sentence that is read'),
  sentenceParts: readAsSeveral(200, 'names, dates and amounts', 'The same'),
  sentenceSpeeches: leftOut(20, 'statements', 'What a sentence reports that somebody said'),
  sentenceProposals: leftOut(500, 'proposals', 'Proposals of a sentence'),
  textProposals: {
    ...leftOut(20_000, 'proposals', 'Proposals of a text'),
    beyond: 'The rest of the text is not read: `cuts` of the reading says so.',
  },
  proposalPassages: {
    value: 5,
    unit: 'passages',
    of: 'Passages of a claim that is proposed',
    beyond: 'Further passages that say the same are left out.',
  },
  cuts: { value: 100, unit: 'cuts', of: '`cuts` of a reading', beyond: 'The last one goes on to where reading was cut last.' },
  decisions: invalid(500, 'decisions', 'Decisions of one `decideProposals`'),
  passages: invalid(20, 'passages', 'Passages of a corrected proposal'),
  names: {
    ...rejected(512, 'MB', 'Memory that the names of the graph and a text take while the service reads it', 'UNAVAILABLE'),
    beyond: 'The text is not read. The command has no such limit.',
  },
  idle: {
    value: 600,
    unit: 's',
    of: 'Time for which the service keeps the names of the graph without reading',
    beyond: 'The next text waits until they are read again.',
  },
  changed: { value: 5_000, unit: 'entities', of: 'Entities that changed between two texts', beyond: 'All names are read again.' },
  modelRequests: invalid(
    40,
    'requests',
    'Requests to the language model for one text, each of `POLICYGRAPH_MODEL_PART` characters',
  ),
  modelRequestsAtOnce: { value: 4, unit: 'requests', of: 'Requests to the language model at once', beyond: 'The others wait.' },
  modelAttempts: {
    value: 3,
    unit: 'attempts',
    of: 'Attempts of one request, where the model is busy or cannot be reached',
    beyond: 'Nothing is proposed.',
    code: 'MODEL_UNAVAILABLE',
  },
  modelTokens: {
    value: 8_000,
    unit: 'tokens',
    of: 'Answer of the language model to one request, unless `POLICYGRAPH_MODEL_OPTIONS` says another number',
    beyond: 'What was whole is used, and what is missing is counted.',
  },
  modelAnswer: {
    ...rejected(1_000_000, 'bytes', 'The same, as it comes', 'MODEL_FAILED'),
    beyond: 'Nothing is proposed.',
  },
  modelTexts: {
    ...rejected(8, 'texts', 'Texts that the language model reads for the service at once', 'OVERLOADED'),
  },
  modelUnasked: {
    value: 60,
    unit: 's',
    of: 'Time without a request for a text that the language model reads, or has read',
    beyond: 'It is given up: its requests are ended.',
  },
  modelItems: {
    value: 200,
    unit: 'proposals',
    of: 'Proposals of one answer',
    beyond: 'The others are dropped, and counted.',
  },
  modelQuote: {
    value: 1_000,
    unit: 'characters',
    of: 'Quote of a proposal of the language model',
    beyond: 'The proposal is dropped, and counted.',
  },
  modelNames: {
    value: 100,
    unit: 'entities',
    of: 'Entities of the text that one request lists',
    beyond: 'Those that are named elsewhere in the text are left out.',
  },
} satisfies Group;

const meaning = {
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
} satisfies Group;

const commands = {
  frame: rejected(256 * 1024 * 1024, 'bytes', 'Message of a command to the service', 'BAD_USER_INPUT'),
  silence: {
    value: 60,
    unit: 's',
    of: 'Time between two statements of a transaction of a command',
    beyond: 'The transaction is rolled back.',
    code: 'TIMEOUT',
  },
  greeting: {
    value: 10,
    unit: 's',
    of: 'Time for the service to greet a command',
    beyond: 'The command ends.',
    code: 'UNAVAILABLE',
  },
} satisfies Group;

export const limits = {
  request,
  document,
  documents,
  results,
  operation,
  lists,
  search,
  meaning,
  walks,
  writes,
  imports,
  exports,
  reconciliation,
  admission,
  subscriptions,
  agents,
  reading,
  commands,
} as const;

/** The limits of an operation that a deployment can set. */
export interface OperationBounds {
  /** Milliseconds of all statements together. */
  readonly storeTime: number;
  /** Bytes. */
  readonly answer: number;
  /** Statements that run at once. */
  readonly statements: number;
}
