import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import { InvalidInput } from '../../src/changesets/problem.js';
import type { Report } from '../../src/changesets/report.js';
import { checkGraph } from '../../src/graph/inference/check.js';
import type { Graph } from '../../src/graph/port.js';
import type { Statement } from '../../src/graph/query.js';
import { engines } from '../support/engines.js';
import { ask } from '../support/operations.js';
import { article, claim, draft, named, sale, world } from './drafts.js';

const statement = <Row>(text: string): Statement<Row> => ({ name: 'test', text, parameters: {} });
const errorOf = async (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => expect.fail('It went through.'),
    (error: unknown) => error as Error,
  );
const kinds = ({ entries }: Report) => entries.map(({ kind, id }) => `${kind} ${id.replace(/:[0-9a-f]{16}$/, '')}`);
const idOf = ({ entries }: Report, kind: string, type: string) =>
  entries.find((entry) => entry.kind === kind && entry.type === type)?.id ?? expect.fail(`There is no ${kind} ${type}.`);

describe.each(engines)('a changeset on $name', ({ empty }) => {
  let graph: Graph;
  let first: Report;
  const opened: Graph[] = [];

  const entity = async (id: string) => {
    const rows = await graph.read(statement<{ node: Record<string, unknown> }>('MATCH (n:Entity) RETURN n {.*} AS node'));
    return rows.find(({ node }) => node['id'] === id)?.node;
  };
  const relations = async () =>
    (
      await graph.read(
        statement<{ from: string; type: string; to: string }>(
          'MATCH (a:Entity)-[r]->(b:Entity) WHERE r.knownUntil IS NULL RETURN a.id AS from, type(r) AS type, b.id AS to',
        ),
      )
    )
      .map(({ from, type, to }) => `${from} ${type} ${to}`)
      .sort();
  const count = async (label: string) =>
    (await graph.read(statement<{ n: number }>(`MATCH (n:${label}) RETURN count(n) AS n`)))[0]?.n;

  beforeEach(async () => {
    graph = await empty();
    opened.push(graph);
    first = await applyChangeset(graph, world());
  });
  afterAll(() => Promise.all(opened.map((each) => each.close())));

  it('lands whole, with what follows from its claims', async () => {
    expect(first.outcome).toBe('LANDED');
    expect(kinds(first)).toEqual([
      `ENTITY_CREATED ${article}`,
      'ENTITY_CREATED agency:ministry',
      'ENTITY_CREATED policy:notice',
      'ENTITY_CREATED region:north',
      'ENTITY_CREATED region:town',
      'ENTITY_CREATED indicator:cars',
      ...Array(4).fill('CLAIM_ASSERTED claim'),
      ...Array(3).fill('RELATION_ADDED relation'),
    ]);
    expect(await entity('policy:notice')).toMatchObject({ announcedOn: '2024-02-05', kind: 'NOTICE', version: 1 });
    expect(await relations()).toEqual([
      'agency:ministry ISSUED policy:notice',
      'policy:notice COVERS region:north',
      'region:town PART_OF region:north',
    ]);
    expect((await checkGraph(graph)).differences).toEqual([]);
  });

  it('that comes twice under one id lands once, and gives the first report again', async () => {
    const change = draft({ id: 'changeset:twice', entities: [named('person:wang', 'Wang')] });
    const landed = await applyChangeset(graph, change);
    expect(await applyChangeset(graph, change)).toEqual({ ...landed, outcome: 'REPEATED' });
    const other = draft({ id: 'changeset:twice', entities: [named('person:li', 'Li')] });
    expect(await errorOf(applyChangeset(graph, other))).toMatchObject({ code: 'CONFLICT' });
    expect(await entity('person:li')).toBeUndefined();
  });

  it('of which the graph says all already leaves nothing', async () => {
    const { entities, claims } = world();
    const again = { ...draft({}), entities, claims };
    expect(await applyChangeset(graph, again)).toMatchObject({ outcome: 'UNCHANGED', entries: [] });
    expect(await count('Changeset')).toBe(1);
  });

  it('reports everything and writes nothing in a dry run', async () => {
    const change = draft({
      entities: [named('policy:notice', 'The notice of February')],
      claims: [claim('policy:notice', 'COVERS', { object: 'region:town' })],
    });
    const before = await entity('policy:notice');
    const tried = await applyChangeset(graph, change, { dryRun: true });
    expect(tried.outcome).toBe('DRY_RUN');
    expect(tried.entries[0]).toMatchObject({ kind: 'ENTITY_UPDATED', fields: [{ name: 'names' }] });
    expect(await entity('policy:notice')).toEqual(before);
    expect(await count('Changeset')).toBe(1);
    expect((await applyChangeset(graph, change)).entries).toEqual(tried.entries);
  });

  it('keeps what it does not name of an entity, takes away what is null, and counts its versions', async () => {
    await applyChangeset(graph, draft({ entities: [{ id: 'policy:notice', description: 'On cars.' }] }));
    expect(await entity('policy:notice')).toMatchObject({
      name: 'The notice',
      description: 'On cars.',
      announcedOn: '2024-02-05',
      version: 2,
    });
    await applyChangeset(graph, draft({ entities: [{ id: 'policy:notice', description: null } as never] }));
    expect((await entity('policy:notice'))?.['description']).toBeUndefined();
    expect((await entity('policy:notice'))?.['version']).toBe(3);
  });

  it('is refused when an entity is not at the version it expects, and reports both sides', async () => {
    await applyChangeset(graph, draft({ entities: [{ id: 'policy:notice', description: 'Theirs.' }] }));
    const late = draft({ entities: [{ id: 'policy:notice', description: 'Ours.', expectedVersion: 1 }] });
    expect(await errorOf(applyChangeset(graph, late))).toMatchObject({
      code: 'CONFLICT',
      details: {
        conflicts: [
          {
            entity: 'policy:notice',
            expectedVersion: 1,
            version: 2,
            fields: [{ name: 'description', before: '"Theirs."', after: '"Ours."' }],
          },
        ],
      },
    });
    const created = draft({ entities: [named('policy:notice', 'Another', { expectedVersion: 0 })] });
    expect(await errorOf(applyChangeset(graph, created))).toMatchObject({ code: 'CONFLICT' });
  });

  it('retracts a claim, and what rested on it', async () => {
    const covers = idOf(first, 'CLAIM_ASSERTED', 'COVERS');
    const announced = idOf(first, 'CLAIM_ASSERTED', 'announcedOn');
    const report = await applyChangeset(graph, draft({ retract: [covers, announced] }));
    expect(kinds(report)).toEqual([
      'ENTITY_UPDATED policy:notice',
      'CLAIM_RETRACTED claim',
      'CLAIM_RETRACTED claim',
      'RELATION_REMOVED relation',
      'RELATION_REMOVED relation', // of who issued it, which does not hold before the announcement …
      'RELATION_ADDED relation', // … and may now have held ever since
    ]);
    expect((await entity('policy:notice'))?.['announcedOn']).toBeUndefined();
    expect(await relations()).not.toContain('policy:notice COVERS region:north');
    expect(await count('Claim')).toBe(4);
    expect(await applyChangeset(graph, draft({ retract: [covers] }))).toMatchObject({ outcome: 'UNCHANGED' });
    expect((await checkGraph(graph)).differences).toEqual([]);
  });

  it('puts one claim in the place of another, once', async () => {
    const old = idOf(first, 'CLAIM_ASSERTED', 'announcedOn');
    const next = (value: string) => draft({ claims: [claim('policy:notice', 'announcedOn', { value }, { supersedes: [old] })] });
    const report = await applyChangeset(graph, next('2024-02-06'));
    expect(report.entries).toContainEqual(
      expect.objectContaining({ kind: 'CLAIM_RETRACTED', id: old, by: idOf(report, 'CLAIM_ASSERTED', 'announcedOn') }),
    );
    expect((await entity('policy:notice'))?.['announcedOn']).toBe('2024-02-06');
    expect(await errorOf(applyChangeset(graph, next('2024-02-07')))).toMatchObject({ code: 'CONFLICT' });
    expect((await entity('policy:notice'))?.['announcedOn']).toBe('2024-02-06');
    expect((await checkGraph(graph)).differences).toEqual([]);
  });

  it('moves the begin of what a policy does with the day on which it was announced', async () => {
    const begins = async () =>
      graph.read(statement('MATCH (a:Policy)-[r:COVERS]->(b:Region) WHERE r.knownUntil IS NULL RETURN r.from AS from'));
    expect(await begins()).toEqual([{ from: '2024-02-05' }]);
    await applyChangeset(graph, draft({ retract: [idOf(first, 'CLAIM_ASSERTED', 'announcedOn')] }));
    expect(await begins()).toEqual([{ from: null }]);
    await applyChangeset(graph, draft({ claims: [claim('policy:notice', 'announcedOn', { value: '2024-03' })] }));
    expect(await begins()).toEqual([{ from: '2024-03' }]);
    await applyChangeset(graph, draft({ claims: [claim('policy:notice', 'COVERS', { object: 'region:town' })] }));
    expect(await begins()).toEqual([{ from: '2024-03' }, { from: '2024-03' }]);
    expect((await checkGraph(graph)).differences).toEqual([]);
  });

  it('asserts again what was retracted, each time', async () => {
    const again = () => draft({ claims: [claim('policy:notice', 'COVERS', { object: 'region:north' })] });
    for (let id = idOf(first, 'CLAIM_ASSERTED', 'COVERS'), round = 0; round < 3; round++) {
      await applyChangeset(graph, draft({ retract: [id] }));
      expect(await relations()).not.toContain('policy:notice COVERS region:north');
      id = idOf(await applyChangeset(graph, again()), 'CLAIM_ASSERTED', 'COVERS');
      expect(await relations()).toContain('policy:notice COVERS region:north');
      expect((await applyChangeset(graph, again())).outcome).toBe('UNCHANGED');
    }
    expect((await checkGraph(graph)).differences).toEqual([]);
  });

  it('joins claims from several changesets in one relation', async () => {
    const evidence = [{ document: article, locator: { start: 6, end: 9, sha256: 'b'.repeat(64) }, summary: 'Here too.' }];
    const report = await applyChangeset(
      graph,
      draft({ claims: [claim('policy:notice', 'COVERS', { object: 'region:north' }, { evidence })] }),
    );
    expect(kinds(report).slice(-2)).toEqual(['RELATION_REMOVED relation', 'RELATION_ADDED relation']);
    expect((await relations()).filter((relation) => relation.includes('COVERS'))).toHaveLength(1);
    expect((await checkGraph(graph)).differences).toEqual([]);
  });

  it('records an observation, and ends it with the claim of its value', async () => {
    const observation = sale([]);
    const change = () =>
      draft({ observations: [observation], claims: [claim(observation.id, 'value', { value: observation.value })] });
    const recorded = await applyChangeset(graph, change());
    expect(kinds(recorded)).toEqual(['OBSERVATION_RECORDED observation', 'CLAIM_ASSERTED claim']);
    expect((await applyChangeset(graph, change())).outcome).toBe('UNCHANGED');
    const live = () =>
      graph.read(statement('MATCH (o:Observation) WHERE o.retractedAt IS NULL RETURN o.id AS id, o.value AS value'));
    await applyChangeset(graph, draft({ retract: [idOf(recorded, 'CLAIM_ASSERTED', 'value')] }));
    expect(await live()).toEqual([]);
    await applyChangeset(graph, change());
    expect(await live()).toEqual([{ id: observation.id, value: 10 }]);
  });

  it('keeps the interval in which a restored observation was absent', async () => {
    const observation = sale([]);
    const change = draft({ observations: [observation], claims: [claim(observation.id, 'value', { value: observation.value })] });
    for (let time = 1; time <= 2; time += 1) {
      const recorded = await applyChangeset(graph, { ...change, id: `changeset:recorded-${time}` });
      await applyChangeset(graph, draft({ retract: [idOf(recorded, 'CLAIM_ASSERTED', 'value')] }));
    }
    await applyChangeset(graph, { ...change, id: 'changeset:recorded-3' });
    const instants = await graph.read(
      statement<{ at: string }>('MATCH (c:Changeset) RETURN c.recordedAt AS at ORDER BY c.sequence'),
    );
    const query = `query ($knownAt: DateTime) @asOf(knownAt: $knownAt) {
      observations(first: 5) { totalCount }
      indicator(id: "indicator:cars") { observations(first: 5) { totalCount } }
    }`;
    const counts: unknown[] = [];
    for (const { at } of [...instants, { at: null }]) {
      const { data } = await ask(graph, { query, variables: { knownAt: at } });
      counts.push([data?.['observations'], data?.['indicator']]);
    }
    expect(counts).toEqual([0, 1, 0, 1, 0, 1, 1].map((totalCount) => [{ totalCount }, { observations: { totalCount } }]));
  });

  it.each([
    ['a dangling object', claim('policy:notice', 'COVERS', { object: 'region:gone' }), /unknown entity: "region:gone"/],
    ['a wrong end', claim('policy:notice', 'COVERS', { object: 'agency:ministry' }), /must be a Region/],
    ['an unknown predicate', claim('policy:notice', 'COVVERS', { value: 'x' }), /is not known/],
    ['a wrong date', claim('policy:notice', 'announcedOn', { value: '2024-13-45' }), /EDTF/],
    ['a cycle through the graph', claim('region:north', 'PART_OF', { object: 'region:town' }), /PART_OF cycle/],
    [
      'an unknown claim',
      claim('policy:notice', 'NOTE', { value: 'x' }, { supersedes: ['claim:gone'] }),
      /unknown claim: "claim:gone"/,
    ],
  ])('with %s is refused whole', async (_, bad, message) => {
    const error = await errorOf(applyChangeset(graph, draft({ entities: [named('person:wang', 'Wang')], claims: [bad] })));
    expect(error).toBeInstanceOf(InvalidInput);
    expect(error.message).toMatch(message);
    expect(await entity('person:wang')).toBeUndefined();
    expect(await count('Changeset')).toBe(1);
  });

  it('numbers changesets in the order in which they land, each at an instant of its own', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        applyChangeset(graph, draft({ entities: [named(`person:p${number}`, `P ${number}`)] })),
      ),
    );
    const rows = await graph.read(
      statement<{ sequence: number; recordedAt: string }>(
        'MATCH (c:Changeset) RETURN c.sequence AS sequence, c.recordedAt AS recordedAt ORDER BY sequence',
      ),
    );
    expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    const instants = rows.map(({ recordedAt }) => recordedAt);
    expect(instants).toEqual([...new Set(instants)].sort());
  });
});
