/** Keys and tokens that are none, and accounts that ask for more than their role allows. */
import { forbidden, json, query, raw, unauthenticated, type Hostile, type Sender } from '../case.js';
import { multipart } from '../multipart.js';

const good = '{"query":"{ __typename }"}';
const withKey = (authorization: string | readonly string[]) => () => ({
  ...raw(good)(),
  headers: { ...json, authorization: authorization as string },
});
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (header: object, claims: object, signature = 'x') => `${base64(header)}.${base64(claims)}.${signature}`;
const alice = { sub: 'alice', iss: 'https://issuer.example', aud: 'policygraph', exp: 4e9, policygraph_role: 'ADMIN' };

const credentials: readonly (readonly [name: string, value: string])[] = [
  ['no credential', 'Bearer'],
  ['a space alone', 'Bearer  '],
  ['a password', 'Basic YWRtaW46YWRtaW4='],
  ['another scheme', 'Digest username="admin"'],
  ['a key without its scheme', `pg_00000000_${'A'.repeat(43)}`],
  ['a key that nobody has', `Bearer pg_00000000_${'A'.repeat(43)}`],
  ['a key of another length', 'Bearer pg_00000000_A'],
  ['10 kB of letters', `Bearer ${'x'.repeat(10_000)}`],
  ['a key with a quote', `Bearer pg_00000000_${'A'.repeat(42)}'`],
  ['two keys in one', 'Bearer pg_a, Bearer pg_b'],
  ['null', 'Bearer null'],
  ['a path', 'Bearer ../../keys.json'],
  ['letters beyond ASCII', 'Bearer clé'],
  ['a token without a signature', `Bearer ${token({ alg: 'none' }, alice, '')}`],
  ['a token signed with nothing', `Bearer ${token({ alg: 'none' }, alice)}`],
  ['a token of a symmetric key', `Bearer ${token({ alg: 'HS256' }, alice)}`],
  ['a token whose key is in its header', `Bearer ${token({ alg: 'RS256', jwk: { kty: 'RSA', n: 'AQ', e: 'AQAB' } }, alice)}`],
  ['a token whose key is elsewhere', `Bearer ${token({ alg: 'RS256', jku: 'http://169.254.169.254/keys' }, alice)}`],
  ['a token whose key is a path', `Bearer ${token({ alg: 'ES256', kid: '../../../../dev/null' }, alice)}`],
  ['a token of two parts', 'Bearer a.b'],
  ['a token of 50 parts', `Bearer ${'a.'.repeat(50)}a`],
];

const change =
  'mutation { applyChangeset(dryRun: true, input: { reason: "x", retractions: [{ claim: "claim:x" }] }) { outcome } }';
const draft = change.replace('applyChangeset(dryRun: true, ', 'draftChangeset(');
const writes: readonly (readonly [name: string, text: string])[] = [
  ['a change', change],
  ['a draft', draft],
  ['a draft to publish', 'mutation { publishDraft(id: "draft:0000000000000000") { outcome } }'],
  ['a draft to discard', 'mutation { discardDraft(id: "draft:0000000000000000") }'],
  ['a changeset to undo', 'mutation { undoChangeset(input: { changeset: "changeset:x", reason: "x" }) { outcome } }'],
  [
    'an observation',
    'mutation { recordObservation(dryRun: true, input: { reason: "x", observation: { indicator: "indicator:x", kind: ACTUAL, value: 1, unit: "1", evidence: [{ document: "document:x", summary: "x" }] } }) { outcome } }',
  ],
  [
    'regions of a program',
    'mutation { addRegionsToProgram(dryRun: true, input: { reason: "x", program: "program:x", regions: ["region:CN"], evidence: [{ document: "document:x", summary: "x" }] }) { outcome } }',
  ],
  ['a change under an alias, twice', `mutation { a: ${change.slice(11, -2)} b: ${change.slice(11, -2)} }`],
];

const file = (as?: Sender) => () => ({
  ...multipart([['file', 'a.jsonl', '{"type":"entity","id":"person:x","names":[{"value":"X","lang":"en"}]}\n']]),
  path: '/import',
  search: '?dryRun=true',
  ...(as === undefined ? {} : { as }),
});

export const accounts: readonly Hostile[] = [
  ...credentials.map(([name, value]) => ({ name, request: withKey(value), ...unauthenticated })),
  { name: 'an expired key', request: query('{ __typename }', undefined, 'expired'), ...unauthenticated, message: /expired at/ },
  { name: 'a revoked key', request: query('{ __typename }', undefined, 'revoked'), ...unauthenticated, message: /revoked/ },
  ...writes.map(([name, text]) => ({ name: `${name} of nobody`, request: query(text), ...unauthenticated })),
  ...writes.map(([name, text]) => ({ name: `${name} of a reader`, request: query(text, undefined, 'reader'), ...forbidden })),
  { name: 'files of nobody', request: file(), ...unauthenticated },
  { name: 'files of a reader', request: file('reader'), ...forbidden },
  { name: 'files of other types than those of the account', request: file('counter'), ...forbidden },
  {
    name: 'a change of other types than those of the account',
    request: query(
      'mutation { applyChangeset(dryRun: true, input: { reason: "x", entities: [{ id: "person:x", names: [{ value: "X", lang: "en" }] }] }) { outcome } }',
      undefined,
      'counter',
    ),
    ...forbidden,
    message: /may write Indicator only/,
  },
  {
    name: 'a draft that is none, to discard',
    request: query('mutation { discardDraft(id: "draft:\' OR 1=1") }', undefined, 'admin'),
    status: 200,
  },
  {
    name: 'the drafts of all, as nobody',
    request: query('{ drafts(first: 100) { edges { node { id } } } }'),
    status: 200,
    data: { drafts: { edges: [] } },
  },
];
