/** Cached answers: what hits and what misses, and that no answer is older than the last write. */
import { once } from 'node:events';
import { isObjectType } from 'graphql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../src/accounts/account.js';
import { applyChangeset } from '../../src/changesets/apply.js';
import { LogEnd } from '../../src/changesets/log-end.js';
import { GraphError } from '../../src/graph/errors.js';
import type { Graph, ReadOptions } from '../../src/graph/port.js';
import type { Statement } from '../../src/graph/query.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { draft, named, world } from '../changesets/drafts.js';
import { engines } from '../support/engines.js';
import { RecordingGraph } from '../support/recording-graph.js';
import { answerOf, post, serve, type Answer, type Service } from '../support/service.js';

const accounts: Readonly<Record<string, Account>> = {
  reader: { id: 'key:reader', role: 'READER' },
  editor: { id: 'key:editor', role: 'EDITOR' },
  admin: { id: 'key:admin', role: 'ADMIN' },
};
const authenticate = async ({ authorization = '' }) => accounts[authorization.replace('Bearer ', '')];
const as = (name: string) => ({ authorization: `Bearer ${name}` });

const write = 'mutation ($input: ChangesetInput!) { applyChangeset(input: $input) { outcome } }';
const undo = 'mutation ($input: UndoInput!) { undoChangeset(input: $input) { outcome } }';
const sectors = '{ sectors { edges { node { id } } } }';
const pages =
  'query Pages($id: ID!, $first: Int) { entity(id: $id) { id name } agencies(first: $first) { edges { node { id } } } }';
const notice = { id: 'policy:notice', first: 2 };
const sector = (name: string) => ({ entities: [{ id: `sector:${name}`, names: [{ value: name, lang: 'en' }] }] });

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  return { promise: new Promise<T>((settle) => (resolve = settle)), resolve: (value: T) => resolve(value) };
}

/** One of its reads can be held up, or all of them fail; those of the end of the log excepted. */
class HeldGraph extends RecordingGraph {
  failing = false;
  private onHeld: ((signal: AbortSignal | undefined) => Promise<void>) | undefined;

  /** Keeps the rows of the next read until `release`; `held` resolves with its signal once it has read them. */
  hold(): { readonly held: Promise<AbortSignal | undefined>; readonly release: () => void } {
    const [reached, released] = [deferred<AbortSignal | undefined>(), deferred<void>()];
    this.onHeld = (signal) => (reached.resolve(signal), released.promise);
    return { held: reached.promise, release: released.resolve };
  }

  override async read<Row>(statement: Statement<Row>, options?: ReadOptions): Promise<Row[]> {
    if (statement.name === 'changeset/last') return super.read(statement, options);
    if (this.failing) throw new GraphError('UNAVAILABLE', 'The store restarts.');
    const { onHeld } = this;
    this.onHeld = undefined;
    const rows = await super.read(statement, options);
    await onHeld?.(options?.signal);
    return rows;
  }
}

/** Resolves when the next request has arrived whole; its own promise when its response is sent or its client has left. */
const arrival = ({ app }: Service) =>
  new Promise<{ readonly end: Promise<unknown> }>((resolve) => {
    app.server.once('request', (request, response) => {
      const end = once(response, 'close');
      request.once('end', () => setImmediate(() => resolve({ end })));
    });
  });

describe.each(engines)('the results cache on $name', ({ name, empty }) => {
  let graph: Graph;
  let held: HeldGraph;
  let service: Service;
  let today = '2026-01-01';
  /** For caches of their own over the same graph. */
  const others: Service[] = [];
  const serving = async (options: Parameters<typeof serve>[1]) => {
    const other = await serve(held, { authenticate, ...options });
    others.push(other);
    return other;
  };

  beforeAll(async () => {
    graph = await empty();
    await applyChangeset(graph, world());
    held = new HeldGraph(graph);
    service = await serve(held, { authenticate, today: () => today, cache: { bytes: 1_000_000, delay: 60_000 } });
  });
  afterAll(async () => {
    await service.close();
    await graph.close();
  });
  beforeEach(() => void (held.names.length = 0));
  afterEach(async () => {
    await Promise.all(others.splice(0).map((other) => other.close()));
  });

  /** An answer, and how many statements it took. */
  const counted = async (work: () => Promise<Answer>): Promise<Answer & { readonly statements: number }> => {
    const before = held.names.length;
    return { ...(await work()), statements: held.names.length - before };
  };
  const ask = (...question: Parameters<Service['ask']>) => counted(() => service.ask(...question));
  const get = async (parameters: Readonly<Record<string, string>>, headers = {}) =>
    fetch(`${service.url}/graphql?${new URLSearchParams(parameters)}`, { headers });
  const change = async (input: object, mutation = write) => {
    const { json } = await service.ask(mutation, { input: { reason: 'A test.', ...input } }, as('admin'));
    expect(json.errors).toBeUndefined();
  };
  const idsIn = ({ json }: Answer) => json.data.sectors.edges.map(({ node }: { node: { id: string } }) => node.id);

  it('answers a repeated request without a statement, with the same bytes', async () => {
    const first = await ask(pages, notice);
    expect(first.statements).toBeGreaterThan(0);
    const again = await ask(pages, notice);
    expect(again).toMatchObject({ status: 200, text: first.text, statements: 0 });
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(again.json.extensions.cost.nodes).toBeGreaterThan(0);
    const byGet = await get({ query: pages, variables: JSON.stringify({ first: 2, id: 'policy:notice' }) });
    expect([await byGet.text(), held.names.length]).toEqual([first.text, first.statements]);
  });

  it('finds variables in another order, and none of another request', async () => {
    await ask(pages, notice);
    expect((await ask(pages, { first: 2, id: 'policy:notice' })).statements).toBe(0);
    const otherAnswers = [
      await ask(pages, { ...notice, first: 3 }),
      await ask(pages, { id: 'policy:notice' }),
      await ask(pages.replace('name }', 'id }'), notice),
      await ask(pages, notice, { accept: 'application/graphql-response+json' }),
    ];
    for (const { status, statements } of otherAnswers) expect([status, statements > 0]).toEqual([200, true]);
    expect(otherAnswers[3]?.headers.get('content-type')).toMatch('application/graphql-response+json');
    const two = `query A { agencies { edges { node { id } } } } query B { policies { edges { node { id } } } }`;
    const named = (operationName: string) =>
      counted(async () => answerOf(await fetch(`${service.url}/graphql`, post({ query: two, operationName }))));
    expect(Object.keys((await named('A')).json.data)).toEqual(['agencies']);
    expect(Object.keys((await named('B')).json.data)).toEqual(['policies']);
    expect(await named('A')).toMatchObject({ statements: 0, json: { data: { agencies: {} } } });
  });

  it('shows a write, a merge and an undo in the next answer', async () => {
    expect(idsIn(await ask(sectors))).toEqual([]);
    await change({ id: 'changeset:steel', ...sector('steel') });
    expect(idsIn(await ask(sectors))).toEqual(['sector:steel']);
    await change({ id: 'changeset:iron', ...sector('iron') });
    expect(idsIn(await ask(sectors))).toEqual(['sector:iron', 'sector:steel']);
    await change({ id: 'changeset:one', merges: [{ entity: 'sector:iron', into: 'sector:steel' }] });
    expect(idsIn(await ask(sectors))).toEqual(['sector:steel']);
    await change({ changeset: 'changeset:one' }, undo);
    expect(idsIn(await ask(sectors))).toEqual(['sector:iron', 'sector:steel']);
    expect((await ask(sectors)).statements).toBe(0);
  });

  it('shows a write that lands while the answer before it is executed', async () => {
    const query = '{ sectors { edges { node { id name } } } }';
    const { held: reading, release } = held.hold();
    const early = service.ask(query);
    await reading;
    await change({ id: 'changeset:late', ...sector('late') });
    release();
    expect(idsIn(await early)).not.toContain('sector:late');
    expect(idsIn(await ask(query))).toContain('sector:late');
  });

  it('sees what another process writes within its delay, or at once without one', async () => {
    const end = new LogEnd(graph);
    const [soon, atOnce] = [await end.within(60_000), await end.within(0)];
    await applyChangeset(graph, draft({ id: 'changeset:elsewhere', entities: [named('sector:elsewhere', 'Elsewhere')] }));
    expect([await end.within(60_000), atOnce]).toEqual([soon, soon]);
    expect(await end.within(0)).toMatchObject({ sequence: soon.sequence + 1 });
    expect(await end.within(60_000)).toEqual(await end.read());
    if (name !== 'neo4j') return; // the embedded engine has no other process
    const other = await serving({ cache: { bytes: 1_000_000, delay: 0 } });
    await other.ask(sectors);
    expect((await counted(() => other.ask(sectors))).statements).toBe(1);
    await applyChangeset(graph, draft({ id: 'changeset:far', entities: [named('sector:far', 'Far')] }));
    expect(idsIn(await other.ask(sectors))).toContain('sector:far');
  });

  it('keeps no errors', async () => {
    held.failing = true;
    const query = '{ agencies { edges { node { id kind } } } }';
    expect((await ask(query)).status).toBe(503);
    held.failing = false;
    const first = await ask(query);
    expect([first.status, first.statements > 0]).toEqual([200, true]);
    const partly = '{ a: entity(id: "policy:notice") { id } b: entity(id: "policy:notice") { claims(first: 100000) { id } } }';
    const answers = [await ask(partly), await ask(partly)];
    expect(answers.map(({ json }) => json.errors?.length)).toEqual([1, 1]);
    expect(answers.map(({ headers }) => headers.get('etag'))).toEqual([null, null]);
  });

  it('executes equal requests that come together once, and goes on when the first client leaves', async () => {
    const query = '{ regions { edges { node { id level } } } }';
    const plain = await serving({});
    for (const each of [plain, service]) await each.ask(sectors); // counts and the end of the log are read
    const alone = await counted(() => plain.ask(query));
    const before = held.names.length;
    const { first, leave, release, signal } = await heldUp(query);
    const others = [arrival(service), service.ask(query)] as const;
    await others[0];
    leave();
    await first.end;
    release();
    expect(await others[1]).toMatchObject({ status: 200, json: { data: alone.json.data } });
    expect([signal?.aborted, held.names.length - before]).toEqual([false, alone.statements]);
    expect((await ask(query)).statements).toBe(0);
  });

  it('cancels what all its clients have left, and executes it again', async () => {
    const query = '{ regions { edges { node { id name } } } }';
    const { first, leave, release, signal } = await heldUp(query);
    leave();
    await first.end;
    expect(signal?.aborted).toBe(true);
    const again = await ask(query);
    release();
    expect([again.status, again.json.errors]).toEqual([200, undefined]);
  });

  /** A request whose execution waits. */
  async function heldUp(query: string) {
    const leaving = new AbortController();
    const { held: reading, release } = held.hold();
    const arrived = arrival(service);
    fetch(`${service.url}/graphql`, { ...post({ query }), signal: leaving.signal }).catch(() => undefined);
    return { first: await arrived, signal: await reading, release, leave: () => leaving.abort() };
  }

  it('evicts the least recently used answers, and keeps none that is too large', async () => {
    const small = await serving({ cache: { bytes: 16_000, delay: 60_000 } });
    const statements = async (query: string) => (await counted(() => small.ask(query))).statements;
    const numbered = (number: number) => `query N${number} { agencies { edges { node { id } } } }`;
    await statements(numbered(0));
    expect(await statements(numbered(0))).toBe(0);
    for (let number = 1; number < 20; number++) await statements(numbered(number));
    expect(await statements(numbered(19))).toBe(0);
    expect(await statements(numbered(0))).toBeGreaterThan(0);
    const large = `{ ${Array.from({ length: 40 }, (_, at) => `a${at}: entity(id: "policy:notice") { id name }`).join(' ')} }`;
    await statements(large);
    expect(await statements(large)).toBeGreaterThan(0);
  });

  it('answers as of a new day after midnight', async () => {
    const query = '{ region(id: "region:town") { parent { id } } }';
    const first = await ask(query);
    today = '2026-01-02';
    const next = await ask(query);
    expect(next.statements).toBeGreaterThan(0);
    expect(next.headers.get('etag')).not.toBe(first.headers.get('etag'));
    expect((await ask(query)).statements).toBe(0);
  });

  it('keeps the answers of roles apart, and none with drafts', async () => {
    const query = '{ policies { edges { node { id } } } }';
    const statements = async (...headers: object[]) =>
      (await ask(query, {}, ...(headers as [Record<string, string>]))).statements;
    for (const headers of [{}, as('reader'), as('admin')]) {
      expect(await statements(headers)).toBeGreaterThan(0);
      expect(await statements(headers)).toBe(0);
    }
    const drafts = '{ drafts { edges { node { id } } } }';
    const waiting = async (who: string) => (await ask(drafts, {}, as(who))).json.data.drafts.edges.length;
    expect(await waiting('editor')).toBe(0);
    const input = { reason: 'A test.', ...sector('draft') };
    await service.ask(
      'mutation ($input: ChangesetInput!) { draftChangeset(input: $input) { outcome } }',
      { input },
      as('editor'),
    );
    expect([await waiting('editor'), await waiting('reader'), await waiting('admin')]).toEqual([1, 0, 1]);
  });

  it('confirms by its entity tag that an answer is still right, without a statement', async () => {
    const query = '{ sectors { edges { node { id names { value } } } } }';
    const tag = (await get({ query })).headers.get('etag') ?? '';
    const statements = held.names.length;
    for (const header of [tag, tag.replace('W/', ''), `"other", ${tag}`]) {
      const confirmed = await get({ query }, { 'if-none-match': header });
      expect([confirmed.status, await confirmed.text(), confirmed.headers.get('etag')]).toEqual([304, '', tag]);
    }
    expect(held.names.length).toBe(statements);
    expect((await get({ query }, { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await get({ query, variables: '{"x":1}' }, { 'if-none-match': tag })).status).not.toBe(304);
    expect((await ask(query, {}, { 'if-none-match': tag })).status).toBe(200); // POST
    await change({ id: 'changeset:tagged', ...sector('tagged') });
    const changed = await get({ query }, { 'if-none-match': tag });
    expect([changed.status, changed.headers.get('etag') === tag]).toEqual([200, false]);
  });

  it('lets nobody read without a key where reading is closed', async () => {
    const closed = await serving({ reading: 'closed', cache: { bytes: 1_000_000, delay: 60_000 } });
    const { headers } = await closed.ask(sectors, {}, as('reader'));
    const url = `${closed.url}/graphql?query=${encodeURIComponent(sectors)}`;
    expect((await closed.ask(sectors)).status).toBe(401);
    expect((await fetch(url, { headers: { 'if-none-match': headers.get('etag') ?? '' } })).status).toBe(401);
  });

  it('is off by default', async () => {
    const plain = await serving({});
    for (let time = 0; time < 2; time++) {
      const { statements, headers } = await counted(() => plain.ask(sectors));
      expect([statements > 0, headers.get('etag')]).toEqual([true, null]);
    }
  });
});

it('drafts are read by fields that the cache knows', async () => {
  const schema = await graphqlSchema();
  const fields = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !/^Mutation$|^Draft/.test(type.name))
    .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []))
    .filter(({ type }) => /^Draft(?:Connection)?\b/.test(String(type)))
    .map(({ name }) => name);
  expect([...new Set(fields)].sort()).toEqual(['draft', 'drafts']);
});
