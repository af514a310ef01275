/** The graph of another thread, over a channel: it keeps what the port promises. */
import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GraphError } from '../../src/graph/errors.js';
import type { Graph, ReadWriteGraph } from '../../src/graph/port.js';
import type { Parameters, Statement } from '../../src/graph/query.js';
import { RemoteGraph } from '../../src/graph/remote/remote-graph.js';
import { ServedGraph } from '../../src/graph/remote/served-graph.js';
import { engines } from '../support/engines.js';

const statement = <Row = never>(text: string, parameters: Parameters = {}): Statement<Row> => ({
  name: 'test',
  text,
  parameters,
});
const create = (id: string) => statement('CREATE (node:Entity {id: $id})', { id });
const ids = statement<{ id: string }>('MATCH (node:Entity) RETURN node.id AS id ORDER BY id');

describe.each(engines)('a graph on $name that another thread has open', ({ empty }) => {
  let graph: Graph;
  const channels: MessageChannel[] = [];
  beforeAll(async () => {
    graph = await empty();
  });
  beforeEach(() => graph.write([statement('MATCH (node) DETACH DELETE node')]));
  afterAll(() => {
    for (const { port1 } of channels) port1.close();
    return graph.close();
  });

  function remote(served: ReadWriteGraph = graph, signal = new AbortController().signal): RemoteGraph {
    const channel = new MessageChannel();
    channels.push(channel);
    new ServedGraph(served, signal).listen(channel.port1);
    return new RemoteGraph(channel.port2);
  }
  const stored = async () => (await graph.read(ids)).map(({ id }) => id);

  it('gives plain rows', async () => {
    const [row] = await remote().read(statement<object>('RETURN 1 AS one, "a" AS text, null AS nothing, [1, [true]] AS list'));
    expect(row).toEqual({ one: 1, text: 'a', nothing: null, list: [1, [true]] });
  });

  it('lands what a transaction writes, which reads it before, and gives what its work gives', async () => {
    const found = await remote().transact(async ({ run }) => {
      await run(create('region:a'));
      expect(await stored()).toEqual([]);
      return run(ids);
    });
    expect(found).toEqual([{ id: 'region:a' }]);
    expect(await stored()).toEqual(['region:a']);
  });

  it('keeps nothing of work that throws, and throws the same error', async () => {
    const error = new Error('Not so.');
    const work = remote().transact(async ({ run }) => {
      await run(create('region:a'));
      throw error;
    });
    expect(await work.catch((cause: unknown) => cause)).toBe(error);
    expect(await stored()).toEqual([]);
  });

  it('throws what the store refuses, in reads and in transactions', async () => {
    const wrong = statement('RETURN nothing');
    const read = () => remote().read(wrong);
    const write = () => remote().transact(({ run }) => run(wrong));
    for (const work of [read, write]) expect(await work().catch((cause: unknown) => cause)).toBeInstanceOf(GraphError);
    await remote().transact(({ run }) => run(create('region:after')));
    expect(await stored()).toEqual(['region:after']);
  });

  it('runs the work again when the store does', async () => {
    let attempts = 0;
    const twice: ReadWriteGraph = {
      read: graph.read.bind(graph),
      transact: async (work) => {
        await graph
          .transact(async (transaction) => {
            await work(transaction);
            throw new Error('A passing reason.');
          })
          .catch(() => undefined);
        return graph.transact(work);
      },
    };
    const last = await remote(twice).transact(async ({ run }) => {
      attempts += 1;
      await run(create(`region:${attempts}`));
      return attempts;
    });
    expect([last, attempts, await stored()]).toEqual([2, 2, ['region:2']]);
  });

  it('rolls back at the signal, and lets others write', async () => {
    const leaving = new AbortController();
    const gone = new GraphError('TIMEOUT', 'The client is gone.');
    const work = remote(graph, leaving.signal).transact(async ({ run }) => {
      await run(create('region:a'));
      leaving.abort(gone);
      return new Promise<never>(() => undefined); // the thread is gone
    });
    work.catch(() => undefined);
    await once(leaving.signal, 'abort');
    await graph.write([create('region:b')]);
    expect(await stored()).toEqual(['region:b']);
    const refused = await remote(graph, leaving.signal)
      .read(ids)
      .catch((cause: unknown) => cause);
    expect(refused).toMatchObject({ code: 'TIMEOUT', message: gone.message });
  });
});
