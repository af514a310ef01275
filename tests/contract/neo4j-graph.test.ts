import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { BoundedGraph, schedulerOf } from '../../src/graph/bounded/bounded-graph.js';
import { GraphError } from '../../src/graph/errors.js';
import { Budget } from '../../src/graph/loaders/budget.js';
import { indexesOnline } from '../../src/graph/neo4j/indexes-online.js';
import type { Statement } from '../../src/graph/query.js';
import type { ReadOptions } from '../../src/graph/port.js';
import { Neo4jGraph } from '../../src/graph/neo4j/neo4j-graph.js';
import { FaultProxy, type Fault } from '../support/bolt/fault-proxy.js';
import { deferred } from '../support/deferred.js';
import { neo4jSettings } from '../support/engines.js';

const errorOf = (work: Promise<unknown>): Promise<Error & { code?: string }> =>
  work.then(
    () => new Error('It did not fail.'),
    (error: Error) => error,
  );

const statement = <Row = unknown>(text: string): Statement<Row> => ({ name: 'test', text, parameters: {} });

/** What a client reads must not tell where the database is, or who may enter. */
function expectDiscreet(message: string): void {
  const secrets = [neo4jSettings.password, '127.0.0.1', 'localhost', 'Sekret'].filter((secret) => secret !== '');
  expect(secrets.filter((secret) => message.includes(secret))).toEqual([]);
}

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('an unreachable Neo4j', () => {
  it.each(['bolt', 'neo4j'])('is UNAVAILABLE soon, by %s', { timeout: 20_000 }, async (scheme) => {
    const error = await errorOf(
      Neo4jGraph.open({ uri: `${scheme}://127.0.0.1:${await freePort()}`, user: 'neo4j', password: 'Sekret' }),
    );
    expect(error).toMatchObject({ name: 'GraphError', code: 'UNAVAILABLE' });
    expectDiscreet(error.message);
  });

  it('is UNAVAILABLE soon when it is silent', { timeout: 20_000 }, async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const error = await errorOf(
      Neo4jGraph.open({ uri: `bolt://127.0.0.1:${(silent.address() as AddressInfo).port}`, user: 'neo4j', password: 'Sekret' }),
    );
    silent.close();
    expect(error).toMatchObject({ name: 'GraphError', code: 'UNAVAILABLE' });
    expectDiscreet(error.message);
  });

  it.each(['', 'Sekret', 'http://Sekret:7474', 'bolt://', 'neo4j://Sekret:port', '://'])(
    'with the address "%s" says what one looks like',
    async (uri) => {
      const error = await errorOf(Neo4jGraph.open({ uri, user: 'neo4j', password: 'Sekret' }));
      expect(error).toMatchObject({ name: 'GraphError', code: 'UNAVAILABLE' });
      expect(error.message).toContain('NEO4J_URI');
      expect(error.message).not.toContain('Sekret');
    },
  );
});

describe.skipIf(neo4jSettings.uri === '')('a running Neo4j', () => {
  it('refuses a wrong password as STORE_REFUSED', async () => {
    const error = await errorOf(Neo4jGraph.open({ ...neo4jSettings, password: 'Sekret' }));
    expect(error).toMatchObject({ name: 'GraphError', code: 'STORE_REFUSED' });
    expectDiscreet(error.message);
  });

  it('without the database that was asked for is UNAVAILABLE', async () => {
    const error = await errorOf(Neo4jGraph.open({ ...neo4jSettings, database: 'sekret' }));
    expect(error).toMatchObject({ name: 'GraphError', code: 'UNAVAILABLE', isLasting: true });
    expect(error.message).toContain('NEO4J_DATABASE');
    expectDiscreet(error.message);
  });

  describe('behind a connection that fails', () => {
    let [proxy, graph]: [FaultProxy, Neo4jGraph] = [undefined!, undefined!];
    beforeAll(async () => {
      proxy = await FaultProxy.before(neo4jSettings.uri);
      graph = await Neo4jGraph.open({ ...neo4jSettings, uri: proxy.uri });
    });
    beforeEach(async () => {
      proxy.fault = { kind: 'pass' };
      await graph.write([statement('MATCH (node) DETACH DELETE node')]);
    });
    afterAll(async () => {
      proxy.fault = { kind: 'pass' };
      await graph.close();
      await proxy.close();
    });

    const one = statement('RETURN 1 AS n');
    const create = statement("CREATE (entity:Entity {id: 'policy:lost'})");
    const count = async () =>
      (await graph.read<{ n: number }>(statement('MATCH (entity:Entity) RETURN count(entity) AS n')))[0]?.n;
    const timedOut = () => ({ signal: AbortSignal.timeout(500), timeout: 500 });

    it.each<Fault>([
      { kind: 'hang', at: 'RUN' },
      { kind: 'hang', at: 'PULL' },
      { kind: 'hang', at: 'CONNECT' },
      { kind: 'hang', at: 'HELLO' },
      { kind: 'hang', at: 'RESET' },
      { kind: 'hang', after: 0 },
    ])('reads again when %j is over', async (fault) => {
      proxy.fault = fault;
      const reads = Array.from({ length: 80 }, () => errorOf(graph.read(one, timedOut())));
      await Promise.all(reads);
      proxy.fault = { kind: 'pass' };
      expect(await graph.read(one)).toEqual([{ n: 1 }]);
    });

    it.each<Fault>([
      { kind: 'cut', at: 'RUN' },
      { kind: 'lose-reply', of: 'RUN' },
    ])('reads again during %j', async (fault) => {
      proxy.fault = fault;
      const read = graph.read(one);
      await vi.waitUntil(() => proxy.met > 0);
      proxy.fault = { kind: 'pass' };
      expect(await read).toEqual([{ n: 1 }]);
    });

    it('is UNAVAILABLE when it refuses connections, and answers when it is back', async () => {
      await proxy.refuse();
      expect(await errorOf(graph.read(one))).toMatchObject({ code: 'UNAVAILABLE' });
      expect(await errorOf(graph.write([create]))).toMatchObject({ code: 'UNAVAILABLE', details: { written: 'NO' } });
      await proxy.listen();
      expect(await graph.read(one)).toEqual([{ n: 1 }]);
    });

    it.each(['BEGIN', 'RUN'] as const)('writes nothing when it is silent from %s on', async (at) => {
      proxy.fault = { kind: 'hang', at };
      const error = { code: 'TIMEOUT', details: { written: 'NO' } };
      expect(await errorOf(graph.write([create], { timeout: 500 }))).toMatchObject(error);
      proxy.fault = { kind: 'pass' };
      expect(await count()).toBe(0);
    });

    it('does not know whether it has written when COMMIT is not answered', async () => {
      proxy.fault = { kind: 'hang', at: 'COMMIT' };
      const error = { code: 'TIMEOUT', details: { written: 'UNKNOWN' } };
      expect(await errorOf(graph.write([create], { timeout: 500 }))).toMatchObject(error);
    });

    it('repeats a transaction whose COMMIT is not answered', async () => {
      proxy.fault = { kind: 'lose-reply', of: 'COMMIT' };
      let runs = 0;
      const written = graph.transact(async ({ run }) => {
        if (runs++ > 0) proxy.fault = { kind: 'pass' };
        await run(statement("MERGE (entity:Entity {id: 'policy:lost'})"));
      });
      await written;
      expect([runs, await count()]).toEqual([2, 1]);
    });

    it('says that its connections are in use when they are', async () => {
      proxy.fault = { kind: 'hang', at: 'RUN' };
      const held = Array.from({ length: 100 }, () => errorOf(graph.read(one, { timeout: 3_000 })));
      const codes = (await Promise.all(held)).map(({ code }) => code);
      expect(codes.filter((code) => code === 'OVERLOADED')).toHaveLength(40);
      expect(codes.filter((code) => code === 'TIMEOUT')).toHaveLength(60);
    });
  });

  describe('with statements that take long', () => {
    /** Minutes of work, and a name to find it by. */
    const slow = (name: string): Statement<unknown> => ({
      name: 'slow',
      text: `UNWIND range(1, 1000000) AS ${name} UNWIND range(1, 1000000) AS other WITH ${name} + other AS sum WHERE sum < 0 RETURN sum AS sum`,
      parameters: {},
    });
    const running: Statement<{ status: string }> = {
      name: 'running',
      text: 'SHOW TRANSACTIONS YIELD currentQuery, status WHERE currentQuery CONTAINS $name AND NOT currentQuery STARTS WITH "SHOW" RETURN status AS status',
      parameters: {},
    };
    let graph: Neo4jGraph;
    beforeAll(async () => {
      graph = await Neo4jGraph.open(neo4jSettings);
      await graph.prepare(); // writes wait for one another by its constraints
    });
    afterAll(() => graph.close());

    const count = async (name: string) => (await graph.read({ ...running, parameters: { name } })).length;
    const until = async (name: string, expected: number, patience: number) => {
      const end = Date.now() + patience;
      while ((await count(name)) !== expected && Date.now() < end) await sleep(20);
      return count(name);
    };

    it.each([1, 4])('ends %i of them within a second of being aborted', async (number) => {
      const [name, controller] = [`aborted${number}`, new AbortController()];
      const { signal } = controller;
      const errors = Promise.all(Array.from({ length: number }, () => errorOf(graph.read(slow(name), { signal }))));
      expect(await until(name, number, 10_000)).toBe(number);
      controller.abort(new GraphError('TIMEOUT', 'Nobody waits.'));
      expect((await errors).map(({ message }) => message)).toEqual(Array.from({ length: number }, () => 'Nobody waits.'));
      expect(await until(name, 0, 1_000)).toBe(0);
    });

    it('leaves nothing of one that was aborted to the next, on the same connection', async () => {
      const many: Statement<unknown> = {
        name: 'many',
        text: 'UNWIND range(1, 5000) AS n RETURN n AS n, range(1, 20) AS more',
        parameters: {},
      };
      const one: Statement<unknown> = { name: 'one', text: 'RETURN 1 AS n', parameters: {} };
      for (let wait = 0; wait < 60; wait++) {
        const controller = new AbortController();
        const aborted = Array.from({ length: 4 }, () => errorOf(graph.read(many, { signal: controller.signal })));
        await sleep(wait % 20);
        controller.abort(new GraphError('TIMEOUT', 'Nobody waits.'));
        await Promise.all(aborted.map((each) => each.catch(() => undefined)));
        expect(await Promise.all(Array.from({ length: 4 }, () => graph.read(one)))).toEqual(
          Array.from({ length: 4 }, () => [{ n: 1 }]),
        );
      }
    });

    it('ends one at the time limit of its read', async () => {
      const error = await errorOf(graph.read(slow('late'), { timeout: 300 }));
      expect(error).toMatchObject({ name: 'GraphError', code: 'TIMEOUT' });
      expect(await until('late', 0, 1_000)).toBe(0);
    });

    it('ends a write that waits for another at its time limit', async () => {
      const text = "MERGE (entity:Entity {id: 'policy:held'}) SET entity.held = true";
      const other = await Neo4jGraph.open(neo4jSettings);
      const [isHeld, mayEnd] = [deferred(), deferred()];
      onTestFinished(async () => {
        mayEnd.resolve();
        await other.close();
      });
      const holding = other.transact(async ({ run }) => {
        await run(statement(text));
        isHeld.resolve();
        await mayEnd.promise;
        throw new Error('Nothing is kept.');
      });
      await isHeld.promise;
      const waiting = statement(`${text}, entity.waits = true`);
      const error = await errorOf(graph.write([waiting], { timeout: 300 }));
      expect(error).toMatchObject({ code: 'TIMEOUT', details: { written: 'NO' } });
      expect(await until('entity.waits', 0, 1_000)).toBe(0);
      mayEnd.resolve();
      await expect(holding).rejects.toThrow('Nothing is kept.');
    });

    it('gives a statement of a request what is left of its deadline', async () => {
      const [scheduler, budget] = [schedulerOf(graph), new Budget()];
      const bounded = new BoundedGraph({ graph, scheduler, budget, signal: undefined, deadline: performance.now() + 300 });
      expect(await errorOf(bounded.read(slow('bounded')))).toMatchObject({ code: 'TIMEOUT' });
      expect(await until('bounded', 0, 1_000)).toBe(0);
    });

    it('counts the time of a statement from when Neo4j has its plan', async () => {
      let runs = 0;
      const timed: ReadOptions['timed'] = async (work) => {
        runs++;
        return work();
      };
      const valid = { name: 'valid', text: 'UNWIND [1] AS planned RETURN planned', parameters: {} };
      const invalid = { name: 'invalid', text: 'UNWIND [1] AS planned RETURN', parameters: {} };
      expect(await graph.read(valid, { timed })).toEqual([{ planned: 1 }]);
      expect(await graph.read(valid, { timed })).toEqual([{ planned: 1 }]);
      expect(runs).toBe(2);
      expect(await errorOf(graph.read(invalid, { timed }))).toBeInstanceOf(GraphError);
      expect(runs).toBe(2);
    });

    it('waits in short reads until its indexes are filled, and names one that failed', async () => {
      const reads: object[][] = [
        [{ name: 'entity_terms', state: 'POPULATING', percent: 41.6, failure: null }],
        [{ name: 'entity_terms', state: 'FAILED', percent: 0, failure: 'No space left' }],
      ];
      const steps: string[] = [];
      const error = await errorOf(
        indexesOnline(
          async () => reads.shift() as never,
          (step) => steps.push(step),
        ),
      );
      expect(steps).toEqual(['Neo4j fills entity_terms (41 %) …']);
      expect(error.message).toBe('Neo4j could not fill its index entity_terms; drop it, and start again.');
      await graph.prepare();
      expect(
        await graph.read({
          name: 'indexes',
          text: 'SHOW INDEXES YIELD state WHERE state <> "ONLINE" RETURN state AS state',
          parameters: {},
        }),
      ).toEqual([]);
    });
  });
});
