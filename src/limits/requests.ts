/** What one request may be, and how many are served at once. */
import { maxHeaderSize } from 'node:http';
import { expensive, invalid, rejected, type Limit, type Limits } from './limit.js';

export const request = {
  body: rejected(1_000_000, 'bytes', 'JSON body', 'BODY_TOO_LARGE'),
  jsonDepth: rejected(32, 'levels', 'Nesting of a JSON body', 'BAD_REQUEST'),
  jsonValues: rejected(2_000, 'values', 'Values of a JSON body', 'BAD_REQUEST'),
  headers: rejected(maxHeaderSize, 'bytes', 'URL and headers', 'HEADERS_TOO_LARGE'),
  headerLines: rejected(200, 'headers', 'Headers', 'HEADERS_TOO_LARGE'),
  bookmarks: rejected(20, 'bookmarks', 'Bookmarks of `extensions.bookmark`', 'BAD_USER_INPUT'),
  bookmark: rejected(5_000, 'characters', 'Bookmark', 'BAD_USER_INPUT'),
  head: rejected(10, 's', 'Time for the URL and headers to arrive', 'REQUEST_TIMEOUT'),
  arrival: rejected(30, 's', 'Time for a request to arrive', 'REQUEST_TIMEOUT'),
} satisfies Limits;

const parsedAgain = 'The least recently used ones are parsed again when they are sent again.';

export const document = {
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
} satisfies Limits;

export const documents = {
  documents: { value: 1_000, unit: 'documents', of: 'Documents kept parsed', beyond: parsedAgain },
  characters: { value: 200_000, unit: 'characters', of: 'Documents kept parsed, together', beyond: parsedAgain },
} satisfies Limits;

export const results = {
  answers: {
    value: 10_000,
    unit: 'answers',
    of: 'Cached answers',
    beyond: 'The least recently used ones are executed when they are requested again.',
  },
} satisfies Limits;

const oneAtOnce = (value: number, of: string): Limit => ({ value, unit: 'operations', of, beyond: 'The others wait.' });

export const admission = {
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
} satisfies Limits;

export const subscriptions = {
  each: expensive(50, 'subscriptions', 'Subscriptions of one WebSocket'),
  unread: { value: 30, unit: 's', of: 'Time without reading', beyond: 'The client is disconnected.' },
} satisfies Limits;

export const agents = {
  answer: expensive(100_000, 'characters', 'Answer of a tool at `/mcp`'),
  claims: invalid(20, 'claims', 'Claims of each relation, value or item (`claims`)'),
} satisfies Limits;
