import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import { observationId } from '../../src/changesets/ids.js';
import { ChangeLog } from '../../src/changesets/log.js';
import type { Report } from '../../src/changesets/report.js';
import { undoLists } from '../../src/changesets/undo.js';
import { GraphReader } from '../../src/export/graph-reader.js';
import { jsonLines } from '../../src/export/json-lines.js';
import { now } from '../../src/graph/time/as-of.js';
import { checkGraph } from '../../src/graph/inference/check.js';
import { Loaders } from '../../src/graph/loaders/loaders.js';
import type { Graph } from '../../src/graph/port.js';
import type { Statement } from '../../src/graph/query.js';
import { engines } from '../support/engines.js';
import { text } from '../export/text.js';
import { article, claim, draft, named, world } from './drafts.js';

const statement = <Row>(text: string): Statement<Row> => ({ name: 'test', text, parameters: {} });
const errorOf = async (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => expect.fail('It went through.'),
    (error: unknown) => error as Error,
  );

describe.each(engines)('merging and splitting on $name', ({ empty }) => {
  let graph: Graph;
  const opened: Graph[] = [];
  const loaders = () => new Loaders(graph, { on: '2025-01-01', knownAt: now });
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

  beforeEach(async () => {
    graph = await empty();
    opened.push(graph);
    await applyChangeset(graph, world());
    const value = {
      indicator: 'indicator:cars',
      about: ['policy:twin'],
      value: 3,
      unit: '{car}',
      comparator: 'EXACT',
      kind: 'ACTUAL',
    } as const;
    const observation = { ...value, id: observationId(value) };
    await applyChangeset(
      graph,
      draft({
        entities: [
          named('policy:twin', 'The notice, once more', { kind: 'NOTICE', identifiers: [{ scheme: 'Test', value: '1' }] }),
          named('person:wang', 'Wang'),
        ],
        claims: [
          claim('agency:ministry', 'ISSUED', { object: 'policy:twin' }, { attributes: { role: 'LEAD' } }),
          claim('policy:twin', 'COVERS', { object: 'region:town' }, { attributedTo: ['agency:ministry'] }),
          claim('policy:twin', 'FOLLOWS', { object: 'policy:notice' }),
          claim(observation.id, 'value', { value: 3 }),
        ],
        observations: [observation],
      }),
    );
  });
  afterAll(() => Promise.all(opened.map((each) => each.close())));

  const merge = () => applyChangeset(graph, draft({ merges: [{ entity: 'policy:twin', into: 'policy:notice' }] }));
  const kinds = ({ entries }: Report) => entries.map(({ kind }) => kind);

  it('says of the one that stays what was said of the other', async () => {
    const report = await merge();
    expect(report.entries).toContainEqual({ kind: 'ENTITY_MERGED', id: 'policy:twin', type: 'Policy', to: 'policy:notice' });
    expect(kinds(report)).toContain('OBSERVATION_RECORDED');
    expect(await relations()).toEqual([
      'agency:ministry ISSUED policy:notice',
      'policy:notice COVERS region:north',
      'policy:notice COVERS region:town',
      'region:town PART_OF region:north',
    ]);
    const observed = await graph.read(
      statement('MATCH (o:Observation)-[:ABOUT]->(e:Entity) WHERE o.retractedAt IS NULL RETURN e.id AS about, o.value AS value'),
    );
    expect(observed).toEqual([{ about: 'policy:notice', value: 3 }]);
    expect((await checkGraph(graph)).differences).toEqual([]);
  });

  it('leads from the old id to the one that stays, through later merges too', async () => {
    await merge();
    expect(await loaders().entities.byId('policy:twin')).toMatchObject({
      id: 'policy:notice',
      names: [{ value: 'The notice' }, { value: 'The notice, once more', kind: 'ALIAS' }],
      identifiers: [{ scheme: 'Test', value: '1' }],
    });
    await applyChangeset(graph, draft({ entities: [named('policy:third', 'A third')] }));
    await applyChangeset(graph, draft({ merges: [{ entity: 'policy:notice', into: 'policy:third' }] }));
    expect(await loaders().entities.byId('policy:twin')).toMatchObject({ id: 'policy:third' });
    expect(await graph.read(statement('MATCH (p:Policy) RETURN p.id AS id'))).toEqual([{ id: 'policy:third' }]);
    expect((await checkGraph(graph)).differences).toEqual([]);
  });

  /** All that is said, whatever the ids of claims: one that is made again has another. */
  const everything = async () => {
    const [lines, entities] = [
      await text(jsonLines(new GraphReader(graph))),
      await graph.read(statement('MATCH (e:Entity) RETURN e.id AS id, e.announcedOn AS announcedOn ORDER BY id')),
    ];
    return {
      lines,
      entities,
      relations: await relations(),
      found: (await loaders().search.ranked('once more', {}, 10)).map((each) => each.candidate.id),
    };
  };
  const undo = async (changeset: string, dryRun = false) => {
    const entries = await new ChangeLog(graph).of(changeset);
    return applyChangeset(graph, { ...draft({}), ...(await undoLists(graph, entries)) }, { dryRun });
  };

  it('is undone: the one that went is there again, with all that was said of it, and nothing more of the other', async () => {
    await applyChangeset(
      graph,
      draft({
        entities: [{ id: 'document:copy', title: 'The article, copied' }, named('agency:first', 'The first ministry')],
        claims: [
          claim('policy:twin', 'announcedOn', { value: '2024-02-06' }),
          claim(
            'policy:twin',
            'NOTE',
            { value: 'Odd.' },
            { evidence: [{ document: 'document:copy', record: '1', summary: 'So.' }] },
          ),
          claim('person:wang', 'NOTE', { value: 'A word.' }, { attributedTo: ['agency:first'] }),
        ],
      }),
    );
    const before = await everything();
    const merges = [
      { entity: 'policy:twin', into: 'policy:notice' },
      { entity: 'document:copy', into: article },
      { entity: 'agency:first', into: 'agency:ministry' },
    ];
    const { changeset } = await applyChangeset(graph, draft({ merges }));
    const merged = await everything();
    expect(merged).not.toEqual(before);
    expect((await undo(changeset, true)).outcome).toBe('DRY_RUN');
    expect(await everything()).toEqual(merged);
    const report = await undo(changeset);
    expect(report.entries).toContainEqual({ kind: 'ENTITY_RESTORED', id: 'policy:twin', type: 'Policy', from: 'policy:notice' });
    expect(await everything()).toEqual(before);
    expect(await loaders().entities.byId('policy:twin')).toMatchObject({ id: 'policy:twin', name: 'The notice, once more' });
    expect((await checkGraph(graph)).differences).toEqual([]);
    expect((await errorOf(undo(report.changeset))).message).toMatch(/^It undid a merge/);
    expect((await errorOf(undo(changeset))).message).toMatch(/^(policy:twin was merged into|The names of)/);
    await applyChangeset(graph, draft({ merges }));
    expect((await everything()).lines).toBe(merged.lines);
  });

  it('is not undone as long as the one that stayed is itself merged into another', async () => {
    const { changeset } = await merge();
    await applyChangeset(graph, draft({ entities: [named('policy:third', 'A third')] }));
    const later = await applyChangeset(graph, draft({ merges: [{ entity: 'policy:notice', into: 'policy:third' }] }));
    const error = await errorOf(undo(changeset));
    expect(error).toMatchObject({ code: 'CONFLICT', message: expect.stringMatching(/policy:notice.*the last first\.$/) });
    await undo(later.changeset);
    await undo(changeset);
    expect(await relations()).toContain('policy:twin FOLLOWS policy:notice');
    expect((await checkGraph(graph)).differences).toEqual([]);
  });

  const others = (...ids: string[]) =>
    draft({
      entities: ids.map((id) => named(id, `Another: ${id}`)),
      claims: ids.map((id) => claim(id, 'NOTE', { value: `Said of ${id}.` })),
    });

  it('takes several into one, with what the change itself says of that', async () => {
    await applyChangeset(graph, others('policy:a', 'policy:b'));
    const merges = [
      { entity: 'policy:a', into: 'policy:notice' },
      { entity: 'policy:b', into: 'policy:notice' },
      { entity: 'policy:twin', into: 'policy:notice' },
    ];
    await applyChangeset(graph, draft({ merges, entities: [{ id: 'policy:notice', description: 'Three in one.' }] }));
    expect(await loaders().entities.byId('policy:notice')).toMatchObject({
      description: 'Three in one.',
      names: [
        { value: 'The notice' },
        { value: 'Another: policy:a' },
        { value: 'Another: policy:b' },
        { value: 'The notice, once more' },
      ],
      identifiers: [{ scheme: 'Test', value: '1' }],
    });
    const notes = await graph.read(
      statement(`MATCH (c:Claim)-[:SUBJECT]->(p:Policy) WHERE c.predicate = 'NOTE' AND c.retractedAt IS NULL
        RETURN p.id AS id, c.value AS value ORDER BY value`),
    );
    expect(notes).toEqual(['a', 'b'].map((id) => ({ id: 'policy:notice', value: `Said of policy:${id}.` })));
    expect((await checkGraph(graph)).differences).toEqual([]);
  });

  it('leaves out what the change takes back of the one that goes', async () => {
    const { entries } = await applyChangeset(graph, draft({ claims: [claim('policy:twin', 'NOTE', { value: 'Wrong.' })] }));
    const retract = entries.filter(({ kind }) => kind === 'CLAIM_ASSERTED').map(({ id }) => id);
    await applyChangeset(graph, draft({ merges: [{ entity: 'policy:twin', into: 'policy:notice' }], retract }));
    expect(
      await graph.read(
        statement("MATCH (c:Claim) WHERE c.predicate = 'NOTE' AND c.retractedAt IS NULL RETURN c.subject AS subject"),
      ),
    ).toEqual([]);
    expect((await checkGraph(graph)).differences).toEqual([]);
  });

  const [a, b, c] = ['policy:a', 'policy:b', 'policy:c'] as const;
  it.each([
    [
      'of what goes itself',
      {
        merges: [
          { entity: a, into: b },
          { entity: b, into: c },
        ],
      },
      /^into is merged into "policy:c" by this/,
    ],
    [
      'both ways',
      {
        merges: [
          { entity: a, into: b },
          { entity: b, into: a },
        ],
      },
      /^into is merged into "policy:a" by this/,
    ],
    [
      'of one into two',
      {
        merges: [
          { entity: a, into: b },
          { entity: a, into: c },
        ],
      },
      /^entity is merged by this change already/,
    ],
    [
      'and a split of what goes',
      { merges: [{ entity: a, into: b }], splits: [{ entity: a, into: c, claims: [] }] },
      /^entity is merged/,
    ],
    [
      'and a change of what goes',
      { merges: [{ entity: a, into: b }], entities: [named(a, 'New')] },
      /^id is merged into "policy:b"/,
    ],
    [
      'and two changes of what stays',
      { merges: [{ entity: a, into: b }], entities: [named(b, 'One'), named(b, 'Two')] },
      /^id is the id of another entity of this change already/,
    ],
    [
      'and a claim about what goes',
      { merges: [{ entity: a, into: b }], claims: [claim(a, 'COVERS', { object: 'region:town' })] },
      /^subject names "policy:a", which is merged into "policy:b": name that one/,
    ],
    [
      'and a claim that leads to what goes',
      { merges: [{ entity: a, into: b }], claims: [claim(c, 'FOLLOWS', { object: a })] },
      /^object names "policy:a", which is merged/,
    ],
  ])('%s is refused', async (_, parts, message) => {
    await applyChangeset(graph, others(a, b, c));
    const before = await everything();
    expect((await errorOf(applyChangeset(graph, draft(parts)))).message).toMatch(message);
    expect(await everything()).toEqual(before);
  });

  it('keeps the id that is gone from being given again', async () => {
    await merge();
    const again = draft({ entities: [named('policy:twin', 'Another')] });
    expect((await errorOf(applyChangeset(graph, again))).message).toMatch(/was merged into policy:notice/);
  });

  it.each([
    ['an unknown entity', { entity: 'policy:gone', into: 'policy:notice' }, /unknown entity: "policy:gone"/],
    ['another type', { entity: 'person:wang', into: 'policy:notice' }, /of the same type/],
    ['itself', { entity: 'policy:notice', into: 'policy:notice' }, /another entity/],
  ])('refuses to merge %s', async (_, bad, message) => {
    expect((await errorOf(applyChangeset(graph, draft({ merges: [bad] })))).message).toMatch(message);
  });

  it('moves claims to another entity that comes with the change', async () => {
    const [row] = await graph.read(
      statement<{ id: string }>("MATCH (c:Claim) WHERE c.subject = 'policy:twin' AND c.predicate = 'COVERS' RETURN c.id AS id"),
    );
    const report = await applyChangeset(
      graph,
      draft({
        entities: [named('policy:other', 'The other notice')],
        splits: [{ entity: 'policy:twin', into: 'policy:other', claims: [row?.id ?? ''] }],
      }),
    );
    expect(kinds(report)).toContain('CLAIM_RETRACTED');
    expect(await relations()).toContain('policy:other COVERS region:town');
    expect(await relations()).not.toContain('policy:twin COVERS region:town');
    expect((await checkGraph(graph)).differences).toEqual([]);
  });
});
