import { GraphError } from '../../src/graph/errors.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Graph, ReadOptions } from '../../src/graph/port.js';
import type { Statement } from '../../src/graph/query.js';
import type { Readiness } from '../../src/server/readiness.js';
import { engines } from '../support/engines.js';
import { answerOf, post, serve, type Service } from '../support/service.js';

const write = (graph: Graph, text: string) => graph.write([{ name: 'test', text, parameters: {} }]);
const status = async (service: Service, path: string) => {
  const response = await fetch(`${service.url}${path}`);
  return [response.status, await response.json(), response.headers.get('retry-after')];
};

/** Keeps an engine busy for a while: each condition looks at every region's place in the hierarchy. */
/** As many conditions as an operation may have, each one a walk through all regions. */
const group = `{ or: [${Array.from({ length: 15 }, (_, n) => `{ within: "region:X${n}" }`).join()}] }`;
const slow = `{ regions(where: { or: [${group}, ${group}, ${group}] }) { totalCount } }`;

describe.each(engines)('$name', (engine) => {
  describe('over data that is broken', () => {
    let graph: Graph;
    let service: Service;

    beforeAll(async () => {
      graph = await engine.empty();
      await write(graph, "CREATE (:Entity:Region {id: 'region:nameless'})");
      await write(graph, "CREATE (:Entity:Region {id: 'region:odd', name: 'Odd', names: 5})");
      service = await serve(graph);
    });
    afterAll(async () => {
      await service.close();
      await graph.close();
    });

    it.each(['{ region(id: "region:nameless") { name level } }', '{ region(id: "region:odd") { names { value } } }'])(
      'masks what nobody foresaw in %s, and logs it under an id',
      async (query) => {
        const { json, text } = await service.ask(query);
        const [, id] =
          /^Something went wrong here\. The log has it under ([0-9a-f-]{36})\.$/.exec(json.errors![0]!.message) ?? [];
        expect(json.errors![0]!.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
        const logged = service.log.find((line) => line.includes(id!));
        expect(JSON.parse(logged!)).toMatchObject({ level: 50, id, err: { stack: expect.stringContaining('at ') } });
        expect(text).not.toContain(JSON.parse(logged!).err.message);
      },
    );
  });

  describe('while the graph comes and goes', () => {
    const readiness: Readiness = {};
    let service: Service;
    const ask = () => service.ask('{ region(id: "region:CN") { id } }');
    const unavailable = (message: string) => ({ errors: [{ message, extensions: { code: 'UNAVAILABLE' } }] });

    beforeAll(async () => {
      service = await serve(readiness);
    });
    afterAll(() => service.close());

    it('is live and not ready before it is loaded', async () => {
      expect(await status(service, '/health/live')).toEqual([200, { status: 'live' }, null]);
      expect(await status(service, '/health/ready')).toEqual([
        503,
        { status: 'loading', ...unavailable('The graph is being loaded; try again in a moment.') },
        '2',
      ]);
      const answer = await ask();
      expect(answer).toMatchObject({
        status: 503,
        json: { errors: [{ message: expect.stringContaining('being loaded'), extensions: { code: 'UNAVAILABLE' } }] },
      });
      expect(answer.headers.get('retry-after')).toBe('2');
    });

    it('gives the reason why it cannot be loaded', async () => {
      readiness.failure = new GraphError('UNAVAILABLE', 'The store is away.');
      expect(await status(service, '/health/ready')).toEqual([
        503,
        { status: 'loading', ...unavailable('The store is away.') },
        '2',
      ]);
      expect(await ask()).toMatchObject({ status: 503, json: unavailable('The store is away.') });
      delete readiness.failure;
    });

    it('is ready with it', async () => {
      readiness.graph = await engine.builtIn();
      expect(await status(service, '/health/ready')).toEqual([200, { status: 'ready' }, null]);
      expect(await ask()).toMatchObject({ status: 200, json: { data: { region: { id: 'region:CN' } } } });
    });

    it('is live and says 503 without it', async () => {
      await readiness.graph!.close();
      expect(await status(service, '/health/live')).toEqual([200, { status: 'live' }, null]);
      expect(await status(service, '/health/ready')).toEqual([
        503,
        { status: 'unavailable', ...unavailable('The graph is closed.') },
        '2',
      ]);
      const answer = await ask();
      expect(answer).toMatchObject({
        status: 503,
        json: { data: { region: null }, errors: [{ extensions: { code: 'UNAVAILABLE' } }] },
      });
      expect(answer.headers.get('retry-after')).toBe('2');
      expect(service.log).toEqual([]);
    });

    it('is ready again when it is back', async () => {
      readiness.graph = await engine.builtIn();
      expect((await ask()).status).toBe(200);
      await readiness.graph.close();
    });
  });

  describe('with a graph that takes long', () => {
    const signals: (AbortSignal | undefined)[] = [];
    let graph: Graph;

    /** The graph, with the signals of its reads kept. */
    const watched = (): Graph =>
      Object.assign(Object.create(graph) as Graph, {
        read: <Row>(statement: Statement<Row>, options?: ReadOptions) => {
          signals.push(options?.signal);
          return graph.read(statement, options);
        },
      });

    beforeAll(async () => {
      graph = await engine.builtIn();
    });
    afterAll(() => graph.close());

    it('answers 504 at the deadline', async () => {
      const service = await serve(graph, { deadline: 1 });
      const answer = await service.ask(slow);
      expect(answer).toMatchObject({
        status: 504,
        json: {
          errors: [
            { message: 'The query took longer than 0.001 s: ask for less, or in parts.', extensions: { code: 'TIMEOUT' } },
          ],
        },
      });
      expect(answer.headers.get('retry-after')).toBe('2');
      await service.close();
    });

    it('stops reading when the client has gone', async () => {
      const service = await serve(watched());
      const client = new AbortController();
      const answer = fetch(`${service.url}/graphql`, { ...post({ query: slow }), signal: client.signal });
      await vi.waitFor(() => expect(signals).toHaveLength(1), { interval: 1, timeout: 15_000 });
      expect(signals[0]?.aborted).toBe(false);
      client.abort();
      await expect(answer).rejects.toThrow('aborted');
      await vi.waitFor(() => expect(signals[0]?.aborted).toBe(true), { timeout: 15_000 });
      expect(signals[0]?.reason).toMatchObject({ message: 'The client is gone.' });
      await service.close();
    });

    it('answers others meanwhile', async () => {
      const service = await serve(graph);
      const order: string[] = [];
      const long = service.ask(slow).then(() => order.push('long'));
      await service.ask('{ __typename }').then(() => order.push('short'));
      await long;
      expect(order).toEqual(['short', 'long']);
      await service.close();
    });
  });

  it('says where GraphQL is to requests elsewhere', async () => {
    const service = await serve({});
    const answer = await answerOf(await fetch(`${service.url}/nothing/here`));
    expect(answer).toMatchObject({
      status: 404,
      json: { errors: [{ message: expect.stringContaining('/graphql'), extensions: { code: 'NOT_FOUND' } }] },
    });
    expect(await answerOf(await fetch(`${service.url}/%zz`))).toMatchObject({
      status: 400,
      json: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
    });
    await service.close();
  });
});
