/** Changes that must not land, sent as dry runs by an editor. */
import { badInput, invalid, query, times, type Hostile } from '../case.js';

const apply = 'mutation($input: ChangesetInput!) { applyChangeset(dryRun: true, input: $input) { outcome } }';
const change = (input: object) => query(apply, { input: { reason: 'Hostile.', ...input } }, 'editor');
const named = (value: string, lang = 'en', kind?: string) => ({
  names: [{ value, lang, ...(kind === undefined ? {} : { kind }) }],
});
const person = (more: object) => ({ id: 'person:hostile', ...named('X'), ...more });
const document = (properties: readonly { name: string; value: string }[]) => ({ id: 'document:hostile', properties });
const evidence = [{ document: 'document:hostile', record: '1', summary: 'So.' }];
const titled = document([{ name: 'title', value: 'X' }]);
const claim = (more: object) => ({
  entities: [titled],
  claims: [{ subject: 'region:CN', predicate: 'NOTE', value: 'So.', evidence, ...more }],
});
const url = (value: string) => ({
  entities: [
    document([
      { name: 'title', value: 'X' },
      { name: 'url', value },
    ]),
  ],
});

const entities: readonly (readonly [name: string, entity: object])[] = [
  ['NUL in a name', person(named('a\0b'))],
  ['a bell in a name', person(named('a\u0007b'))],
  ['half a surrogate pair in a name', person(named('a\uD800b'))],
  ['a noncharacter in a name', person(named('a\uFFFEb'))],
  ['a name that is turned round', person(named('abc\u202Efdp.exe'))],
  ['a blank name', person(named('\u200B \u3000'))],
  ['a name of 2,001 characters', person(named('x'.repeat(2_001)))],
  ['a description of 10,001 characters', person({ description: 'x'.repeat(10_001) })],
  ['a locale for a language', person(named('X', 'zh_CN'))],
  ['a language that is Cypher', person(named('X', "en'}) DETACH DELETE n //"))],
  ['an id of no type', { id: 'nation:x', ...named('X') }],
  ['an id that is Cypher', { id: "person:x'}) DETACH DELETE n //", ...named('X') }],
  ['an id that is a path', { id: 'person:../../x y', ...named('X') }],
  ['an id of 501 characters', { id: `person:${'x'.repeat(494)}`, ...named('X') }],
  ['an id written in two ways', { id: 'person:e\u0301', ...named('X') }],
  ['an unknown property', person({ properties: [{ name: 'hacked', value: 'x' }] })],
  ['a property called __proto__', person({ properties: [{ name: '__proto__', value: 'x' }] })],
  ['a property that is Cypher', person({ properties: [{ name: 'x} SET n.y = 1 //', value: 'x' }] })],
  ['an older version than is there', { id: 'region:CN', expectedVersion: 999, description: 'x' }],
  ['a code of two lines', person({ identifiers: [{ scheme: 'VAT', value: 'a\nb' }] })],
  ['a blank scheme', person({ identifiers: [{ scheme: ' ', value: 'a' }] })],
];

const claims: readonly (readonly [name: string, claim: object])[] = [
  ['an unknown subject', { subject: 'region:nowhere' }],
  ['an unknown predicate', { predicate: 'HACKS', object: 'region:CN', value: undefined }],
  ['a predicate that is Cypher', { predicate: 'A`]->(x) DETACH DELETE x //', object: 'region:CN', value: undefined }],
  ['a region in itself', { predicate: 'PART_OF', object: 'region:CN', value: undefined }],
  ['a cycle of regions', { predicate: 'PART_OF', object: 'region:CN-SD', value: undefined }],
  ['an object and a value', { predicate: 'PART_OF', object: 'region:CN' }],
  ['neither an object nor a value', { value: undefined }],
  ['a value with NUL', { value: 'a\0' }],
  ['a day that does not exist', { from: '2023-02-29' }],
  ['a date in words', { from: 'yesterday' }],
  ['an end before its beginning', { from: '2024', until: '2019' }],
  ['an unknown document', { evidence: [{ ...evidence[0], document: 'document:nowhere' }] }],
  ['no evidence', { evidence: [] }],
  ['a passage without its end', { evidence: [{ document: 'document:hostile', start: 1, summary: 'So.' }] }],
  [
    'a passage that ends before it begins',
    { evidence: [{ document: 'document:hostile', start: 9, end: 1, sha256: '0'.repeat(64), summary: 'So.' }] },
  ],
  [
    'a passage below zero',
    { evidence: [{ document: 'document:hostile', start: -9, end: -1, sha256: '0'.repeat(64), summary: 'So.' }] },
  ],
  ['a hash that is none', { evidence: [{ document: 'document:hostile', start: 1, end: 9, sha256: 'x', summary: 'So.' }] }],
  ['a claim of another that it ends, which does not exist', { supersedes: ['claim:nowhere'] }],
  ['an unknown speaker', { attributedTo: ['agency:nowhere'] }],
];

const urls = [
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'https://me:secret@example.org/',
  'http://a b/',
  'java\nscript:x',
  '//example.org',
];

const inputs: readonly (readonly [name: string, input: object])[] = [
  ['no reason', { reason: '' }],
  ['a blank reason', { reason: '\u200B' }],
  ['nothing to change', {}],
  ['an id that is none', { id: 'library', entities: [person({})] }],
  ['501 entities', { entities: Array.from({ length: 501 }, (_, number) => ({ id: `person:h${number}`, ...named('X') })) }],
  ['one entity twice', { entities: [person({}), person({})] }],
  ['a retraction of an unknown claim', { retractions: [{ claim: 'claim:nowhere' }] }],
  ['a merge into itself', { merges: [{ entity: 'region:CN', into: 'region:CN' }] }],
  ['a merge into another type', { merges: [{ entity: 'region:CN-SD', into: 'agency:cn-mofcom' }] }],
  ['a merge into what does not exist', { merges: [{ entity: 'region:CN-SD', into: 'region:nowhere' }] }],
  ['a split of no claims', { splits: [{ entity: 'region:CN', into: 'region:hostile', claims: [] }] }],
  [
    'a split of a claim that does not exist',
    { splits: [{ entity: 'region:CN', into: 'region:hostile', claims: ['claim:nowhere'] }] },
  ],
];

const observe = 'mutation($input: RecordObservationInput!) { recordObservation(dryRun: true, input: $input) { outcome } }';
const observation = (more: object) =>
  query(
    observe,
    {
      input: {
        reason: 'x',
        observation: {
          indicator: 'indicator:cn-used-cars-exported',
          region: 'region:CN',
          period: '2024',
          kind: 'ACTUAL',
          value: 1,
          unit: '{car}',
          evidence: [{ document: 'document:nowhere', summary: 'x' }],
          ...more,
        },
      },
    },
    'editor',
  );

export const mutations: readonly Hostile[] = [
  ...entities.map(([name, entity]) => ({
    name,
    request: change({ entities: [entity] }),
    ...(name === 'an older version than is there' ? { status: 400, code: 'CONFLICT' } : badInput),
  })),
  ...claims.map(([name, fields]) => ({ name: `a claim of ${name}`, request: change(claim(fields)), ...badInput })),
  ...urls.map((address) => ({ name: `the address ${address}`, request: change(url(address)), ...badInput })),
  ...inputs.map(([name, input]) => ({
    name,
    request: change(input),
    ...(name === 'nothing to change' ? { status: 200 } : badInput),
  })),
  ...[
    ['an indicator that does not exist', { indicator: 'indicator:nowhere' }],
    ['a unit that does not exist', { unit: 'nonsense' }],
    ['a region that is Cypher', { region: "x'}) DETACH DELETE n //" }],
    ['a period that is none', { period: '2024-99' }],
    ['a rank below one', { rank: -1 }],
  ].map(([name, more]) => ({
    name: `an observation of ${String(name)}`,
    request: observation(more as object),
    ...(name === 'a region that is Cypher' ? { status: 400, code: 'UNKNOWN_NAME' } : badInput),
  })),
  {
    name: 'a number beyond all numbers',
    request: () => ({
      ...query(observe, undefined, 'editor')(),
      body: `{"query":${JSON.stringify(observe)},"variables":{"input":{"reason":"x","observation":{"indicator":"indicator:x","kind":"ACTUAL","value":1e999,"unit":"1","evidence":[]}}}}`,
    }),
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a changeset of the data that the service brings, to undo',
    request: query(
      'mutation { undoChangeset(dryRun: true, input: { changeset: "changeset:nowhere", reason: "x" }) { outcome } }',
      undefined,
      'admin',
    ),
    ...badInput,
  },
  {
    name: 'a draft that does not exist, to publish',
    request: query('mutation { publishDraft(id: "draft:0000000000000000") { outcome } }', undefined, 'admin'),
    ...badInput,
  },
  { name: 'an input with an unknown key', request: change({ __proto__x: 1 }), ...badInput },
  { name: 'an input that is a text', request: query(apply, { input: 'x' }, 'editor'), ...badInput },
  { name: 'no input', request: query(apply, {}, 'editor'), ...badInput },
  { name: 'a text of 900 kB', request: () => change({ reason: times(900_000, 'x') })(), ...badInput },
  { name: 'a mutation that does not exist', request: query('mutation { dropDatabase }', undefined, 'admin'), ...invalid },
];
