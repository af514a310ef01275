import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GraphError } from '../../src/graph/errors.js';
import type { Graph } from '../../src/graph/port.js';
import type { Parameters, Statement } from '../../src/graph/query.js';
import { deferred } from '../support/deferred.js';
import { engines, throughService } from '../support/engines.js';
import { hostileTexts } from './hostile-texts.js';

/** The contract is about any statement, so these are not of cypher/. */
const statement = <Row = Record<string, unknown>>(text: string, parameters: Parameters = {}): Statement<Row> => ({
  name: 'test',
  text,
  parameters,
});

const create = (id: string, rest: Parameters = {}) =>
  statement('CREATE (entity:Entity) SET entity = $properties', { properties: { id, ...rest } });
const idsOf = async (graph: Graph): Promise<string[]> =>
  (await graph.read(statement<{ id: string }>('MATCH (entity:Entity) RETURN entity.id AS id ORDER BY id'))).map(({ id }) => id);
const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

const value = async (graph: Graph, given: unknown): Promise<unknown> =>
  (await graph.read(statement<{ value: unknown }>('RETURN $value AS value', { value: given })))[0]?.value;

describe.each([...engines, throughService])('the graph on $name', ({ name: title, empty }) => {
  const name = title === throughService.name ? 'embedded' : title;
  let graph: Graph;
  beforeAll(async () => {
    graph = await empty();
  });
  afterAll(() => graph.close());
  beforeEach(() => graph.write([statement('MATCH (node) DETACH DELETE node')]));

  it('says what it is', async () => {
    expect(graph.engine).toBe(name);
    expect(await graph.version()).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('can be prepared again', async () => {
    await graph.write([create('policy:a')]);
    await graph.prepare();
    await graph.prepare();
    expect(await idsOf(graph)).toEqual(['policy:a']);
  });

  describe('reading', () => {
    it('gives plain rows', async () => {
      const row = {
        text: 'a',
        whole: 3,
        negative: -7,
        part: 0.25,
        yes: true,
        no: false,
        nothing: null,
        list: [1, 'b', [null]],
        map: { deep: { deeper: [1.5] } },
      };
      const columns = Object.keys(row)
        .map((column) => `$${column} AS ${column}`)
        .join(', ');
      const [read] = await graph.read(statement(`RETURN ${columns}`, row));
      expect(read).toEqual(row);
      expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    });

    it('gives the same of what was stored', async () => {
      const properties = {
        id: 'policy:a',
        text: 'a',
        whole: 3,
        part: 0.25,
        large: 1e21,
        yes: true,
        list: ['a', 'b'],
        none: [],
        numbers: [1, 2],
      };
      await graph.write([statement('CREATE (entity:Entity) SET entity = $properties', { properties })]);
      expect(await graph.read(statement('MATCH (entity:Entity) RETURN entity {.*} AS entity'))).toEqual([{ entity: properties }]);
    });

    it.each([0, 1, -1, 2 ** 31, -(2 ** 31) - 1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])(
      'keeps the integer %d exactly',
      async (number) => {
        expect(await value(graph, number)).toBe(number);
        await graph.write([create('policy:a', { number })]);
        const [row] = await graph.read(
          statement<{ number: unknown; next: unknown }>(
            'MATCH (entity:Entity) RETURN entity.number AS number, entity.number - 1 + 1 AS next',
          ),
        );
        expect(row).toEqual({ number, next: number });
      },
    );

    it('gives rows in the order of the statement, and none where there are none', async () => {
      expect(await graph.read(statement('UNWIND [3, 1, 2] AS n RETURN n ORDER BY n DESC'))).toEqual([
        { n: 3 },
        { n: 2 },
        { n: 1 },
      ]);
      expect(await graph.read(statement('MATCH (entity:Entity) RETURN entity.id AS id'))).toEqual([]);
    });

    it('takes whole numbers for LIMIT', async () => {
      expect(await graph.read(statement('UNWIND [1, 2, 3] AS n WITH n ORDER BY n LIMIT $limit RETURN n', { limit: 2 }))).toEqual([
        { n: 1 },
        { n: 2 },
      ]);
    });
  });

  describe('parameters', () => {
    it.each(hostileTexts)('$name are a value', async ({ text }) => {
      await graph.write([create('policy:other'), create('policy:a', { text, list: [text] })]);
      expect(await value(graph, text)).toBe(text);
      const rows = await graph.read(
        statement(
          'MATCH (entity:Entity) WHERE entity.text = $text AND $text IN entity.list AND entity.text STARTS WITH $text RETURN entity.id AS id, entity.text AS text',
          { text },
        ),
      );
      expect(rows).toEqual([{ id: 'policy:a', text }]);
      expect(await idsOf(graph)).toHaveLength(2);
    });

    // Neo4j indexes no more than about 8 kB.
    it.each(hostileTexts.filter(({ text }) => text.length < 1000))('$name can be an id', async ({ text }) => {
      const id = `policy:${text}`;
      await graph.write([create(id)]);
      expect(
        await graph.read(statement('UNWIND $ids AS id MATCH (entity:Entity {id: id}) RETURN entity.id AS id', { ids: [id] })),
      ).toEqual([{ id }]);
    });
  });

  describe('writing', () => {
    it('lands all statements, in order', async () => {
      await graph.write([
        create('policy:a', { n: 1 }),
        statement('MATCH (entity:Entity {id: $id}) SET entity.n = entity.n + 1', { id: 'policy:a' }),
      ]);
      expect(await graph.read(statement('MATCH (entity:Entity) RETURN entity.n AS n'))).toEqual([{ n: 2 }]);
    });

    it.each([
      ['breaks a constraint', create('policy:a')],
      ['is no Cypher', statement('THIS IS NO CYPHER')],
    ])('leaves nothing when a later statement %s', async (_, second) => {
      await graph.write([create('policy:a')]);
      expect(await errorOf(graph.write([create('policy:b'), second]))).toBeInstanceOf(GraphError);
      expect(await idsOf(graph)).toEqual(['policy:a']);
      await graph.write([create('policy:b')]);
      expect(await idsOf(graph)).toEqual(['policy:a', 'policy:b']);
    });

    it.each(['Entity', 'Claim', 'Observation', 'Changeset'])('refuses a second %s with the same id', async (label) => {
      const again = statement(`CREATE (node:${label} {id: $id})`, { id: 'x:1' });
      await graph.write([again]);
      expect(await errorOf(graph.write([again]))).toMatchObject({ name: 'GraphError', code: 'CONFLICT' });
      expect(
        await errorOf(
          graph.write([
            statement(`CREATE (node:${label} {id: $id})`, { id: 'x:2' }),
            statement(`CREATE (node:${label} {id: $id})`, { id: 'x:2' }),
          ]),
        ),
      ).toMatchObject({ code: 'CONFLICT' });
      expect(await graph.read(statement(`MATCH (node:${label}) RETURN node.id AS id`))).toEqual([{ id: 'x:1' }]);
    });

    it('lands each of many writes at once, once', async () => {
      await graph.write([create('policy:a', { n: 0 }), create('region:a')]);
      const numbers = Array.from({ length: 20 }, (_, number) => number); // twice as many as write at once, and few enough for their turns
      await Promise.all(
        numbers.map((number) =>
          graph.write([
            statement('MATCH (entity:Entity {id: $id}) SET entity.n = entity.n + 1', { id: 'policy:a' }),
            statement(
              'MATCH (policy:Entity {id: $policy}) MATCH (region:Entity {id: $region}) MERGE (policy)-[edge:COVERS]->(region) SET edge.number = $number',
              { policy: 'policy:a', region: 'region:a', number },
            ),
          ]),
        ),
      );
      expect(
        await graph.read(
          statement('MATCH (entity:Entity {id: $id})-[edge:COVERS]->(region:Entity) RETURN entity.n AS n, count(edge) AS edges', {
            id: 'policy:a',
          }),
        ),
      ).toEqual([{ n: 20, edges: 1 }]);
    });

    it('reads in a transaction what it wrote, and gives what it makes of it', async () => {
      const ids = await graph.transact(async (transaction) => {
        await transaction.run(create('policy:a'));
        return transaction.run(statement('MATCH (entity:Entity) RETURN entity.id AS id'));
      });
      expect(ids).toEqual([{ id: 'policy:a' }]);
      expect(await idsOf(graph)).toEqual(['policy:a']);
    });

    it('keeps nothing of a transaction that ends in an error, which comes out as it is', async () => {
      const error = new GraphError('BAD_USER_INPUT', 'No.');
      const transaction = graph.transact(async ({ run }) => {
        await run(create('policy:a'));
        throw error;
      });
      expect(await errorOf(transaction)).toBe(error);
      expect(await idsOf(graph)).toEqual([]);
    });

    it('lets nobody between reading and writing what a transaction keeps', async () => {
      await graph.write([create('policy:a', { n: 0 })]);
      const count = () =>
        graph.transact(async ({ run }) => {
          const [row] = await run<{ n: number }>(
            statement('MATCH (entity:Entity {id: $id}) SET entity.kept = true RETURN entity.n AS n', { id: 'policy:a' }),
          );
          await run(statement('MATCH (entity:Entity {id: $id}) SET entity.n = $n', { id: 'policy:a', n: (row?.n ?? 0) + 1 }));
        });
      await Promise.all(Array.from({ length: 20 }, count));
      expect(await graph.read(statement('MATCH (entity:Entity) RETURN entity.n AS n'))).toEqual([{ n: 20 }]);
    });

    it('lets many reads see one state, whatever is written meanwhile', async () => {
      await graph.write([create('policy:a'), create('policy:b')]);
      const ids = statement<{ id: string }>('MATCH (entity:Entity) RETURN entity.id AS id ORDER BY id');
      let runs = 0;
      const seen = await graph.snapshot(async ({ run }) => {
        runs += 1;
        const before = await run(ids);
        if (runs === 1)
          await graph.write([
            create('policy:c'),
            statement('MATCH (entity:Entity {id: $id}) DETACH DELETE entity', { id: 'policy:a' }),
            statement("MERGE (store:Store {id: 'store'}) SET store.sequence = coalesce(store.sequence, 0) + 1"),
          ]);
        return [before, await run(ids)];
      });
      expect(seen[1]).toEqual(seen[0]);
      expect(await idsOf(graph)).toEqual(['policy:b', 'policy:c']);
      expect(await errorOf(graph.snapshot(() => Promise.reject(new GraphError('BAD_USER_INPUT', 'No.'))))).toMatchObject({
        message: 'No.',
      });
    });

    it('goes on after a write that failed among others', async () => {
      const writes = [create('policy:a'), create('policy:a'), create('policy:b')].map((each) => errorOf(graph.write([each])));
      expect((await Promise.all(writes)).filter((error) => error !== undefined)).toMatchObject([{ code: 'CONFLICT' }]);
      expect(await idsOf(graph)).toEqual(['policy:a', 'policy:b']);
    });
  });

  describe('a signal', () => {
    const reason = new GraphError('TIMEOUT', 'It took too long.');
    const long = statement('UNWIND range(1, 2000) AS a UNWIND range(1, 2000) AS b RETURN count(a + b) AS n');

    it('that is aborted already rejects with its reason', async () => {
      expect(await errorOf(graph.read(statement('RETURN 1 AS n'), { signal: AbortSignal.abort(reason) }))).toBe(reason);
    });

    it('that aborts meanwhile rejects with its reason, and the graph goes on', async () => {
      const controller = new AbortController();
      const error = errorOf(graph.read(long, { signal: controller.signal }));
      setImmediate(() => controller.abort(reason));
      expect(await error).toBe(reason);
      expect(await value(graph, 1)).toBe(1);
    });

    const refused = { code: 'TIMEOUT', message: 'It took too long. Nothing was written.', details: { written: 'NO' } };

    it('that is aborted already refuses a write', async () => {
      const signal = AbortSignal.abort(reason);
      expect(await errorOf(graph.write([create('policy:a')], { signal }))).toMatchObject(refused);
      expect(await idsOf(graph)).toEqual([]);
    });

    it('that aborts between two statements of a transaction undoes it', async () => {
      const controller = new AbortController();
      const transaction = graph.transact(
        async ({ run }) => {
          await run(create('policy:a'));
          controller.abort(reason);
          await run(create('policy:b'));
        },
        { signal: controller.signal },
      );
      expect(await errorOf(transaction)).toMatchObject(refused);
      await graph.write([create('policy:c')]);
      expect(await idsOf(graph)).toEqual(['policy:c']);
    });

    it('ends the wait for a transaction that keeps what the write needs', async () => {
      await graph.write([create('policy:a', { n: 0 })]);
      const set = (n: number) => statement('MATCH (entity:Entity {id: $id}) SET entity.n = $n', { id: 'policy:a', n });
      const [controller, isKept] = [new AbortController(), deferred()];
      const mayEnd = deferred();
      const keeping = graph.transact(async ({ run }) => {
        await run(set(1));
        isKept.resolve();
        await mayEnd.promise;
      });
      await isKept.promise;
      const waiting = errorOf(graph.write([set(2)], { signal: controller.signal }));
      controller.abort(reason);
      expect(await waiting).toMatchObject(refused);
      mayEnd.resolve();
      await keeping;
      await graph.write([create('policy:b')]);
      expect(await graph.read(statement('MATCH (entity:Entity) RETURN entity.n AS n ORDER BY entity.id'))).toMatchObject([
        { n: 1 },
        {},
      ]);
    });

    it('that never aborts changes nothing', async () => {
      expect(await graph.read(statement('RETURN 1 AS n'), { signal: new AbortController().signal })).toEqual([{ n: 1 }]);
    });
  });

  describe('an error', () => {
    /** None may show: a client reads the message. */
    const secrets = ['Sekret', 'MATCH', '/', '127.0.0.1', 'bolt', 'localhost'];

    it.each([
      ['syntax', statement('MATCH (Sekret RETURN', {})],
      ['an unknown function', statement('RETURN sekretFunction($value) AS Sekret', { value: 'Sekret' })],
      ['a parameter that is missing', statement('UNWIND $Sekret AS Sekret MATCH (n:Entity {id: Sekret}) RETURN n.id AS id')],
      ['a division by zero', statement('UNWIND [0] AS zero RETURN 1 / zero AS Sekret')],
    ])('of %s reveals nothing of the statement', async (_, wrong) => {
      const error = await errorOf(graph.read(wrong));
      // The embedded engine takes some of them, and gives null.
      expect(error ?? name).toSatisfy((found: unknown) => found instanceof GraphError || found === 'embedded');
      expect(secrets.filter((secret) => String(error).includes(secret))).toEqual([]);
    });

    it('of a conflict does not tell the id', async () => {
      await graph.write([create('policy:Sekret')]);
      const error = (await errorOf(graph.write([create('policy:Sekret')]))) as GraphError;
      expect(secrets.filter((secret) => error.message.includes(secret))).toEqual([]);
    });
  });

  describe('closed', () => {
    it('refuses everything, and can be closed again', async () => {
      const other = await empty();
      await other.close();
      await other.close();
      const refused = [
        other.read(statement('RETURN 1 AS n')),
        other.write([create('policy:z')]),
        other.prepare(),
        other.version(),
        other.keepCopy('copy'),
        other.snapshot(async () => 1),
      ].map(errorOf);
      for (const error of await Promise.all(refused)) expect(error).toMatchObject({ name: 'GraphError', code: 'UNAVAILABLE' });
    });

    it('has let the writes in progress land', async () => {
      const other = await empty();
      const write = other.write([create('policy:a'), statement('UNWIND range(1, 5000) AS n CREATE (node:Test {n: n})')]);
      const closing = other.close();
      await expect(write).resolves.toBeUndefined();
      await closing;
    });

    it('has let the reads in progress end', async () => {
      const other = await empty();
      const read = other.read(statement('UNWIND range(1, 300000) AS n RETURN sum(n) AS sum'));
      await other.close();
      expect(await read).toEqual([{ sum: 45_000_150_000 }]);
    });
  });
});
