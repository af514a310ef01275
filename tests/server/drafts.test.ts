import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/accounts/account.js';
import { GraphReader } from '../../src/export/graph-reader.js';
import { jsonLines } from '../../src/export/json-lines.js';
import { checkGraph } from '../../src/graph/inference/check.js';
import type { Graph } from '../../src/graph/port.js';
import { applyChangeset } from '../../src/changesets/apply.js';
import { world } from '../changesets/drafts.js';
import { text } from '../export/text.js';
import { engines } from '../support/engines.js';
import { serve, type Service } from '../support/service.js';

const accounts: Readonly<Record<string, Account>> = {
  reader: { id: 'key:reader', role: 'READER' },
  editor: { id: 'key:editor', role: 'EDITOR' },
  other: { id: 'key:other', role: 'EDITOR' },
  fallen: { id: 'key:editor', role: 'READER' },
  counter: { id: 'key:counter', role: 'EDITOR', types: ['Indicator'] },
  admin: { id: 'key:admin', role: 'ADMIN' },
  second: { id: 'key:second', role: 'ADMIN' },
  narrow: { id: 'key:narrow', role: 'ADMIN', types: ['Region'] },
};

const report =
  '{ outcome draft { id changeset author reason } changeset { id author publisher } changes { kind id changeset { id } } }';
const drafting = `mutation ($input: ChangesetInput!) { draftChangeset(input: $input) ${report} }`;
const applying = `mutation ($input: ChangesetInput!) { applyChangeset(input: $input) ${report} }`;
const publishing = `mutation ($id: ID!, $dryRun: Boolean! = false) { publishDraft(id: $id, dryRun: $dryRun) ${report} }`;
const discarding = 'mutation ($id: ID!) { discardDraft(id: $id) }';
const reading =
  'query ($id: ID!) { draft(id: $id) { id changeset author reason draftedAt changes { kind id changeset { id } } published { id publisher } } }';
const listing =
  'query ($first: Int, $after: String) { drafts(first: $first, after: $after) { edges { cursor node { id reason } } pageInfo { hasNextPage endCursor } } }';

const evidence = [{ document: 'document:article', record: '1', summary: 'It says so.' }];
/** A change of the notice under a changeset of this name. */
const change = (name: string, more: object = {}) => ({
  id: `changeset:${name}`,
  reason: `Because of ${name}.`,
  entities: [{ id: `sector:${name}`, names: [{ value: name, lang: 'en' }] }],
  claims: [{ subject: 'policy:notice', predicate: 'CONCERNS', object: `sector:${name}`, evidence }],
  ...more,
});

describe.each(engines)('drafts on $name', ({ empty }) => {
  let graph: Graph;
  let service: Service;
  const ask = async (as: string | undefined, query: string, variables: object = {}) => {
    const { json } = await service.ask(query, variables, as === undefined ? {} : { authorization: `Bearer ${as}` });
    return { data: json.data, errors: json.errors }; // without the time that the answer took
  };
  const drafted = async (as: string, input: object): Promise<string> => {
    const { data, errors } = await ask(as, drafting, { input });
    expect(errors).toBeUndefined();
    return data.draftChangeset.draft.id;
  };
  const listed = async (as: string | undefined): Promise<string[]> =>
    (await ask(as, listing)).data.drafts.edges.map(({ node }: { node: { id: string } }) => node.id);
  const code = ({ errors }: Awaited<ReturnType<typeof ask>>) => errors?.[0]?.extensions['code'];

  beforeAll(async () => {
    graph = await empty();
    await applyChangeset(graph, world());
    service = await serve(graph, {
      authenticate: async ({ authorization = '' }) => accounts[authorization.replace('Bearer ', '')],
    });
  });
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  it('are checked and told like a dry run, and are in nothing that is read of the graph', async () => {
    const everything = async () => ({
      export: await text(jsonLines(new GraphReader(graph))),
      check: await checkGraph(graph),
      read: await ask(
        'admin',
        '{ graph { claims observations entities { type count } } changes(first: 100) { cursor changes { id } } }',
      ),
      found: await ask('admin', '{ search(query: "hidden") { totalCount } entity(id: "sector:hidden") { id } }'),
      named: await ask('admin', '{ node(id: "changeset:hidden") { id } changeset(id: "changeset:hidden") { id } }'),
      history: await ask('admin', '{ policy(id: "policy:notice") { version history { version } sectors { totalCount } } }'),
    });
    const before = await everything();
    expect(JSON.stringify(before)).not.toContain('"errors"');
    const { data } = await ask('editor', drafting, { input: change('hidden') });
    expect(data.draftChangeset).toEqual({
      outcome: 'DRAFTED',
      draft: {
        id: expect.stringMatching(/^draft:[0-9a-f]{16}$/),
        changeset: 'changeset:hidden',
        author: 'key:editor',
        reason: 'Because of hidden.',
      },
      changeset: null,
      changes: expect.arrayContaining([{ kind: 'ENTITY_CREATED', id: 'sector:hidden', changeset: null }]),
    });
    expect(await everything()).toEqual(before);
    expect((await ask('admin', `{ node(id: "${data.draftChangeset.draft.id}") { id } }`)).data.node).toBeNull();
  });

  it('are refused as any change is, and then not kept', async () => {
    const lost = change('lost', { claims: [{ subject: 'policy:gone', predicate: 'NOTE', value: 'x', evidence }] });
    const { errors } = await ask('editor', drafting, { input: lost });
    expect(errors?.[0]?.extensions['problems']).toMatchObject([{ path: 'input.claims.0.subject', value: 'policy:gone' }]);
    expect(code(await ask('counter', drafting, { input: change('lost') }))).toBe('FORBIDDEN');
    expect(code(await ask('reader', drafting, { input: change('lost') }))).toBe('FORBIDDEN');
    expect(code(await ask(undefined, drafting, { input: change('lost') }))).toBe('UNAUTHENTICATED');
    expect(JSON.stringify(await ask('admin', listing, { first: 100 }))).not.toContain('lost');
  });

  it('end without a changeset where the graph has all of it by now', async () => {
    const known = change('known', { claims: [] });
    const id = await drafted('editor', known);
    await ask('other', applying, { input: { ...known, id: 'changeset:known-before' } });
    for (let time = 0; time < 2; time++) {
      const { data } = await ask('admin', publishing, { id });
      expect(data.publishDraft).toMatchObject({ outcome: 'UNCHANGED', changeset: null, changes: [] });
    }
    expect(await listed('admin')).not.toContain(id);
    expect((await ask('admin', reading, { id })).data.draft).toMatchObject({ published: null, changes: [] });
  });

  it('are seen by their author and by admins, and do not exist for all others', async () => {
    const id = await drafted('editor', change('seen'));
    for (const as of ['editor', 'admin']) {
      expect((await ask(as, reading, { id })).data.draft).toMatchObject({
        id,
        changeset: 'changeset:seen',
        author: 'key:editor',
        draftedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        changes: expect.arrayContaining([expect.objectContaining({ kind: 'RELATION_ADDED', changeset: null })]),
        published: null,
      });
      expect(await listed(as)).toContain(id);
    }
    const paging =
      'query ($id: ID!) { draft(id: $id) { all: changes { id kind } page: changes(first: 1, after: 1) { id kind } } }';
    const { all, page } = (await ask('editor', paging, { id })).data.draft as Record<'all' | 'page', object[]>;
    expect([all.length > 2, page]).toEqual([true, all.slice(1, 2)]);
    for (const as of [undefined, 'reader', 'other', 'counter', 'fallen']) {
      expect(await ask(as, reading, { id })).toEqual(await ask(as, reading, { id: 'draft:0000000000000000' }));
      expect((await ask(as, reading, { id })).data.draft).toBeNull();
      expect(await listed(as)).toEqual([]);
    }
    for (const mutation of [publishing, discarding])
      for (const as of [undefined, 'reader', 'other'])
        expect(await ask(as, mutation, { id })).toEqual(await ask(as, mutation, { id: 'draft:0000000000000000' }));
    expect(await listed('editor')).toContain(id);
  });

  it('do not get into the way of the same id elsewhere', async () => {
    const mine = await drafted('editor', change('shared'));
    const theirs = await drafted('other', change('shared'));
    expect(theirs).not.toBe(mine);
    expect(await drafted('editor', change('shared'))).toBe(mine);
    expect(await drafted('editor', change('shared', { reason: 'On second thoughts.' }))).not.toBe(mine);
  });

  it('land once, as a changeset of their author, by an admin', async () => {
    const id = await drafted('editor', change('published'));
    expect(code(await ask('editor', publishing, { id }))).toBe('FORBIDDEN');
    expect((await ask('admin', publishing, { id, dryRun: true })).data.publishDraft).toMatchObject({
      outcome: 'DRY_RUN',
      changeset: null,
    });
    expect(await listed('editor')).toContain(id);
    const landed = (await ask('admin', publishing, { id })).data.publishDraft;
    const changeset = { id: 'changeset:published', author: 'key:editor', publisher: 'key:admin' };
    expect(landed).toMatchObject({ outcome: 'LANDED', draft: null, changeset });
    expect((await ask('second', publishing, { id })).data.publishDraft).toEqual({ ...landed, outcome: 'REPEATED' });
    const again = (await ask('editor', applying, { input: change('published') })).data.applyChangeset;
    expect(again).toEqual({ ...landed, outcome: 'REPEATED' });
    expect(await listed('editor')).not.toContain(id);
    expect((await ask('editor', reading, { id })).data.draft).toMatchObject({
      changes: landed.changes,
      published: { id: 'changeset:published', publisher: 'key:admin' },
    });
    expect((await ask('editor', discarding, { id })).data.discardDraft).toBe(false);
    expect(
      (await ask(undefined, '{ policy(id: "policy:notice") { sectors { edges { node { id } } } } }')).data.policy.sectors.edges,
    ).toEqual([{ node: { id: 'sector:published' } }]);
    expect((await checkGraph(graph)).differences).toEqual([]);
  });

  it('are checked again when they are published', async () => {
    const entities = [
      {
        id: 'policy:notice',
        expectedVersion: (await ask('admin', '{ policy(id: "policy:notice") { version } }')).data.policy.version,
        description: 'A',
      },
    ];
    const [first, late] = [
      await drafted('editor', change('first', { entities, claims: [] })),
      await drafted('other', change('late', { entities, claims: [] })),
    ];
    expect((await ask('admin', publishing, { id: first })).data.publishDraft.outcome).toBe('LANDED');
    expect(code(await ask('admin', publishing, { id: late }))).toBe('CONFLICT');
    expect(await listed('other')).toContain(late);
  });

  it('can be found landed by their author meanwhile', async () => {
    const id = await drafted('editor', change('overtaken'));
    await ask('editor', applying, { input: change('overtaken') });
    expect((await ask('admin', publishing, { id })).data.publishDraft).toMatchObject({
      outcome: 'REPEATED',
      changeset: { publisher: null },
    });
    expect(await listed('editor')).not.toContain(id);
    const { data } = await ask('editor', drafting, { input: change('overtaken') });
    expect(data.draftChangeset).toMatchObject({ outcome: 'REPEATED', draft: null });
  });

  it('land once when two admins publish them at once, and are then discarded by nobody', async () => {
    const id = await drafted('editor', change('raced'));
    const reports = await Promise.all(['admin', 'second', 'admin'].map((as) => ask(as, publishing, { id })));
    const outcomes = reports.map(({ data }) => data?.publishDraft?.outcome as string | undefined);
    expect(outcomes.filter((outcome) => outcome === 'LANDED')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'REPEATED')).toHaveLength(2);
    const { data } = await ask('admin', reading, { id });
    expect(data.draft.published.id).toBe('changeset:raced');
  });

  it('keep to the types of their author and their publisher', async () => {
    const value = {
      id: 'changeset:counted',
      reason: 'It counts.',
      entities: [{ id: 'indicator:cars', description: 'All of them.' }],
    };
    const id = await drafted('counter', value);
    expect(code(await ask('narrow', publishing, { id }))).toBe('FORBIDDEN');
    expect(code(await ask('narrow', publishing, { id: await drafted('editor', change('wide')) }))).toBe('FORBIDDEN');
    expect((await ask('admin', publishing, { id })).data.publishDraft.changeset).toEqual({
      id: 'changeset:counted',
      author: 'key:counter',
      publisher: 'key:admin',
    });
  });

  it('are discarded for good, by their author or an admin', async () => {
    const id = await drafted('editor', change('discarded'));
    expect((await ask('other', discarding, { id })).data.discardDraft).toBe(false);
    expect((await ask('editor', discarding, { id })).data.discardDraft).toBe(true);
    expect((await ask('editor', discarding, { id })).data.discardDraft).toBe(false);
    expect((await ask('editor', reading, { id })).data.draft).toBeNull();
    expect((await ask('admin', publishing, { id })).errors?.[0]?.message).toBe(`Unknown draft "${id}".`);
    expect(await drafted('editor', change('discarded'))).toBe(id);
    expect((await ask('admin', discarding, { id })).data.discardDraft).toBe(true);
  });

  it('are listed by pages, the last first', async () => {
    const all = await listed('admin');
    expect(all.length).toBeGreaterThan(3);
    const pages: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const { edges, pageInfo } = (await ask('admin', listing, { first: 2, after })).data.drafts;
      pages.push(...edges.map(({ node }: { node: { id: string } }) => node.id));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(pages).toEqual(all);
    const last = await drafted('other', change('latest'));
    expect((await listed('admin'))[0]).toBe(last);
  });
});
