/** A plan reads in one statement what loaders read in several, and gives the same: answers, errors and costs are compared on generated operations. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statementsOf } from '../../src/graph/stored/changeset.js';
import { entities, fieldName, labels, relationFields, targetOf, type Label } from '../../src/model/model.js';
import type { Graph } from '../../src/graph/port.js';
import { changeOf, worldOf } from '../graph/world.js';
import { asLarge, engines } from '../support/engines.js';
import { times } from '../support/long-runs.js';
import { ask } from '../support/operations.js';
import { RecordingGraph } from '../support/recording-graph.js';

const world = worldOf(3);
const of = <T>(values: readonly T[]) => fc.constantFrom(...values);
const some = (values: readonly string[], most: number) =>
  fc.uniqueArray(of(values), { minLength: 1, maxLength: most }).map((chosen) => chosen.join(' '));

const claims = of([
  'claims { id }',
  'claims { id predicate value validity { from { edtf } } attributedTo { id } recordedIn { id } }',
  'claims { key subject { id } object { name } qualifiers { name value } evidence { summary document { id name } } }',
  'claims { evidence { locator { start } quote document { title publishedOn { edtf } topics: documents { totalCount } } record } retractedIn { id } }',
]);
const edge = fc
  .tuple(
    some(
      [
        'cursor',
        'certainty',
        'validity { from { edtf earliest } until { latest } }',
        'validity { __typename start: from { last: latest } ... on Validity { until { ... on FuzzyDate { earliest } } } }',
        'firstStatedOn { edtf }',
        'via { id }',
      ],
      3,
    ),
    claims,
  )
  .map((parts) => parts.join(' '));

/** Arguments that a list of a label takes. */
function args(label: Label | 'Entity'): fc.Arbitrary<string> {
  const page = fc.tuple(of(['first', 'last']), fc.integer({ min: 1, max: 4 })).map(([name, size]) => `${name}: ${size}`);
  const where = of([
    'name: { known: true }',
    'not: { name: { contains: "e" } }',
    'id: { startsWith: "r" }',
    'or: [{ name: { contains: "a" } }]',
  ]);
  const order = of([
    'NAME_ASC',
    'NAME_DESC',
    ...(label === 'Policy' ? ['ANNOUNCED_DESC', 'REGIONS_COUNT_ASC'] : []),
    'VALID_FROM_DESC',
  ]);
  return fc
    .tuple(page, fc.option(where, { freq: 2 }), fc.option(order, { freq: 2 }), fc.option(of(['CERTAIN', 'POSSIBLE'])))
    .map(([first, filter, orderBy, certainty]) =>
      [first, filter && `where: { ${filter} }`, orderBy && `orderBy: ${orderBy}`, certainty && `certainty: [${certainty}]`]
        .filter((part) => part)
        .join(', '),
    );
}

const plain = (label: Label | 'Entity'): string[] => [
  '__typename',
  'id',
  'key',
  'name',
  'english: name(lang: EN)',
  'names { value lang kind }',
  'identifiers { scheme }',
  'version',
  'description',
  ...(label === 'Entity'
    ? ['... on Region { level }', '... on Policy { announcedOn { edtf } issuers { totalCount } }']
    : Object.entries(entities[label].properties).map(([name, { type }]) => (type === 'date' ? `${name} { edtf latest }` : name))),
];

/** A selection of an entity, so many levels deep. */
function selection(label: Label | 'Entity', depth: number): fc.Arbitrary<string> {
  const own = some(plain(label), 4);
  if (depth === 0) return own;
  const fields = label === 'Entity' ? [] : [...relationFields(label)];
  if (fields.length === 0) return own;
  const follow = of(fields).chain(([name, field]) => {
    const inner = selection(targetOf(field), depth - 1);
    if (field.one) return inner.map((below) => `${name} { ${below} }`);
    return fc.tuple(args(targetOf(field)), inner, edge, fc.integer({ min: 0, max: 7 })).map(([given, below, ofEdge, chance]) => {
      const parts = [
        ...(chance === 0 ? [] : [`edges { ${ofEdge} node { ${below} } }`]),
        ...(chance % 2 === 0 ? ['totalCount'] : []),
        ...(chance === 5 ? ['pageInfo { hasNextPage endCursor }', 'facets(by: [TYPE]) { values { count } }'] : []),
      ];
      return `f${chance}: ${name}(${given}) { ${parts.join(' ')} }`;
    });
  });
  return fc
    .tuple(own, fc.uniqueArray(follow, { minLength: 1, maxLength: 2, selector: (text) => text.split(/[:(]/)[0] }))
    .map(([text, followed]) => [text, ...followed].join(' '));
}

const another = (label: Label): Label => (label === 'Topic' ? 'Region' : 'Topic');

const operation = of(labels).chain((label) => {
  const ids = world.entities.filter((each) => each.label === label).map(({ id }) => id);
  const below = selection(label, 3);
  const root = fc.boolean().chain((isList) =>
    isList
      ? args(label)
          .map((given) => given.replace(/, certainty:.*|, orderBy: (?:VALID_FROM|REGIONS).*/, ''))
          .chain((given) =>
            below.map(
              (text) => `${entities[label].plural}(${given}) { edges { cursor node { ${text} } } pageInfo { hasNextPage } }`,
            ),
          )
      : fc
          .tuple(of([...ids, `${fieldName(label)}:none`]), below, fc.boolean())
          .map(([id, text, byAnyId]) =>
            byAnyId
              ? `entity(id: "${id}") { id ... on ${label} { ${text} } ... on ${another(label)} { history { version } } ... on Node { id } }`
              : `${fieldName(label)}(id: "${id}") { ${text} }`,
          ),
  );
  return fc
    .tuple(root, fc.option(of(['2015-06-01', '2019-04-26'])))
    .map(([text, day]) => `query ${day ? `@asOf(date: "${day}")` : ''} { ${text} }`);
});

describe.each([...engines, asLarge])('operations by plans and by loaders, on $name', ({ name, empty }) => {
  const numRuns = name === 'neo4j' ? times(40, 600) : times(150, 3_000); // it plans each new statement for a tenth of a second and more

  let graph: Graph;
  let recording: RecordingGraph;
  beforeAll(async () => {
    graph = await empty();
    await graph.write(statementsOf(changeOf(world)));
    recording = new RecordingGraph(graph);
  });
  afterAll(() => graph.close());

  it('give the same answers at the same cost', { timeout: 180_000 }, async () => {
    let [planned, loaded] = [0, 0];
    await fc.assert(
      fc.asyncProperty(operation, async (query) => {
        recording.names.length = 0;
        const byPlan = await ask(recording, { query });
        planned += recording.names.length;
        recording.names.length = 0;
        const byLoaders = await ask(recording, { query }, { withoutPlans: true });
        loaded += recording.names.length;
        expect(byPlan).toEqual(byLoaders);
        expect(byPlan.errors?.map(({ message }) => message) ?? []).toEqual([]);
      }),
      { numRuns, seed: 11 },
    );
    expect(planned).toBeLessThan(loaded * 0.7);
  });

  const repeated: readonly (readonly [string, readonly Record<string, unknown>[]])[] = [
    [
      'query ($id: ID!, $first: Int) { region(id: $id) { id children(first: $first) { totalCount edges { node { id parent { id } } } } } }',
      [
        { id: 'region:n0', first: 1 },
        { id: 'region:n1', first: 1 },
        { id: 'region:n0', first: 2 },
        { id: 'region:n0', first: null },
        { id: 'region:n0' },
        { id: 'region:n0', first: 0 },
      ],
    ],
    [
      `query ($more: Boolean!, $day: Date) @asOf(date: $day) { ...all }
       fragment all on Query { regions(first: 3) { edges { node { id ...named @include(if: $more) children @skip(if: $more) { totalCount } } } } }
       fragment named on Region { name children(first: 1) { edges { validity { from { edtf } } node { name } } } }`,
      [{ more: true }, { more: false }, { more: true, day: '2015-06-01' }],
    ],
    [
      'query ($in: ID!, $size: Int) { programs(first: $size) { edges { node { id regions(where: { within: $in }) { edges { node { id } } } } } } }',
      [
        { in: 'region:n0', size: 2 },
        { in: 'Nowhere at All', size: 2 },
        { in: 'region:n1', size: 4 },
      ],
    ],
    [
      `{ a: regions(first: 60) { edges { node { children(first: 100) { totalCount edges { node { id } } } } } }
         b: regions(first: 60) { edges { node { id children(first: 100) { edges { node { name } } } } } } }`,
      [{}],
    ],
  ];
  it.each(repeated)('give the same when an operation is repeated with the same and other variables (%#)', async (query, all) => {
    for (const variables of [...all, ...all]) {
      const operation = { query, variables };
      expect(await ask(recording, operation)).toEqual(await ask(recording, operation, { withoutPlans: true }));
    }
  });

  const ofAnotherOrder = Buffer.from(JSON.stringify(['announcedOnEarliest', '2019-01-01', 'relation:x'])).toString('base64url');
  const ofAnotherList = Buffer.from(JSON.stringify(['name', 'X', 'sector:x'])).toString('base64url');
  const wrong = [
    'first: 0',
    'first: 101',
    'first: 1, last: 1',
    'after: "zzz"',
    `before: "${ofAnotherOrder}"`,
    `after: "${ofAnotherList}"`,
    'where: { within: "Nowhere at All" }',
    `where: { id: { eq: "region:${'x'.repeat(600)}" } }`,
  ];
  const places = [
    (args: string) => `{ program(id: "program:n0") { id regions(${args}) { totalCount edges { node { id } } } } }`,
    (args: string) => `{ regions(first: 2) { edges { node { id regions: children(${args}) { edges { node { id } } } } } } }`,
    (args: string) =>
      `{ policies { edges { node { regions { edges { claims { id } node { parent { children(${args}) { totalCount } } } } } } } } }`,
    (args: string) =>
      `{ a: program(id: "program:n0") { regions { totalCount } } b: regions(${args}) { edges { node { parent { id } } } } }`,
  ];
  it.each(wrong)('refuse wrong arguments (%#) in the same words and place', async (args) => {
    let refused = 0;
    for (const place of places) {
      const operation = { query: place(args) };
      const byPlan = await ask(recording, operation);
      expect(byPlan).toEqual(await ask(recording, operation, { withoutPlans: true }));
      refused += Number(byPlan.errors !== undefined);
    }
    expect(refused).toBe(places.length);
  });
});
