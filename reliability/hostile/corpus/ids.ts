/** Ids and cursors that are none. */
import { badInput, query, times, withFilter, type Hostile } from '../case.js';

const longId = 'x'.repeat(501);
const long = (place: string) => ({
  ...badInput,
  message: new RegExp(`"${place}" must be an id( or an exact name)?, which has at most 500 characters`),
});
const longIds: readonly Hostile[] = [
  // A field that may be null is null; the answer is one with an error.
  { name: 'an id of 501 characters', request: query(`{ region(id: "${longId}") { id } }`), ...long('id'), status: 200 },
  { name: 'an id of 40 kB', request: query(`{ region(id: "${times(40_000, 'x')}") { id } }`), ...long('id'), status: 200 },
  { name: 'a long id among several', request: query(`{ nodes(ids: ["region:CN", "${longId}"]) { id } }`), ...long('ids.1') },
  {
    name: 'a long id in a filter',
    request: withFilter(`{"or":[{"within":"region:CN"},{"not":{"coveredBy":"${longId}"}}]}`),
    ...long('where.or.1.not.coveredBy'),
  },
  {
    name: 'a long id in a test of ids',
    request: withFilter(`{"id":{"in":["region:CN","${longId}"]}}`),
    ...long('where.id.in.1'),
  },
  {
    name: 'a long id as the end of a path',
    request: query(`{ paths(from: "region:CN", to: "${longId}") { hops } }`),
    ...long('to'),
  },
  {
    name: 'a long region to search in',
    request: query(`{ search(query: "q", within: "${longId}") { totalCount } }`),
    ...long('within'),
  },
];

const cursor = Buffer.from('["announcedOnEarliest","2019-01-01","policy:x"]').toString('base64url');
const after = (text: string) =>
  query('query($after: String) { regions(after: $after, first: 1) { edges { node { id } } } }', { after: text });
const cursors: readonly Hostile[] = [
  ...[
    'nonsense',
    '',
    'W10',
    Buffer.from('[[],[],[]]').toString('base64url'),
    Buffer.from('["name",{"a":1},"x"]').toString('base64url'),
    '\u0000',
    times(1_000, '='),
  ].map((text) => ({
    name: `the cursor ${JSON.stringify(text.slice(0, 20))}`,
    request: after(text),
    ...badInput,
    message: /"after" is not a cursor/,
  })),
  { name: 'a cursor of 50 kB', request: after(times(50_000, 'x')), ...badInput, message: /after must be shorter/ },
  { name: 'a cursor of another order', request: after(cursor), ...badInput, message: /of another order/ },
];

export const ids: readonly Hostile[] = [...longIds, ...cursors];
