/** What a graph that another process has open adds to the contract: connections, and what becomes of those that break. */
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../src/limits.js';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import type { Transaction } from '../../src/graph/port.js';
import type { Parameters, Statement } from '../../src/graph/query.js';
import { readAddress, socketPath } from '../../src/graph/hosted/address.js';
import { GraphHost, type HostOptions } from '../../src/graph/hosted/host.js';
import { protocolVersion } from '../../src/graph/hosted/protocol.js';
import { HostedGraph } from '../../src/graph/hosted/hosted-graph.js';
import { programVersion } from '../../src/program-version.js';
import { modelVersion } from '../../src/graph/model-version.js';

const statement = <Row>(text: string, parameters: Parameters = {}): Statement<Row> => ({ name: 'test', text, parameters });
const create = (id: string) => statement<never>('CREATE (entity:Entity {id: $id})', { id });
const ids = statement<{ id: string }>('MATCH (entity:Entity) RETURN entity.id AS id ORDER BY id');
const errorOf = (work: Promise<unknown>): Promise<Error & { code?: string }> =>
  work.then(
    () => new Error('It did not fail.'),
    (error: Error) => error,
  );

let folder: string;
let graph: EmbeddedGraph;
let host: GraphHost;

const listen = async (options: Partial<HostOptions> = {}) =>
  (host = await GraphHost.listen(folder, { graph: () => graph, reopen: async () => undefined, ...options }));
const connect = async () => (await HostedGraph.connect(folder)) as HostedGraph;
const pathOfSocket = () => socketPath(folder, readAddress(folder)!);

/** A connection that a test breaks. */
async function raw(): Promise<Socket> {
  const socket = createConnection(pathOfSocket());
  await once(socket, 'connect');
  return socket;
}
function frame(message: unknown): Buffer {
  const body = Buffer.from(typeof message === 'string' ? message : JSON.stringify(message));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'policygraph-hosted-'));
  graph = await EmbeddedGraph.open(':memory:');
  await graph.prepare();
});
afterEach(async () => {
  await host.close();
  await graph.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the socket of commands', () => {
  it("is this user's alone, and goes with the service", async () => {
    await listen();
    const path = pathOfSocket();
    expect([statSync(path).mode & 0o777, statSync(join(folder, 'service.json')).mode & 0o777]).toEqual([0o600, 0o600]);
    await host.close();
    expect([existsSync(path), existsSync(join(folder, 'service.json'))]).toEqual([false, false]);
    expect(await HostedGraph.connect(folder)).toBeUndefined();
  });

  it('replaces that of a service that was killed', async () => {
    await listen();
    const address = readFileSync(join(folder, 'service.json'));
    await host.close();
    writeFileSync(join(folder, 'service.json'), address);
    writeFileSync(join(folder, 'service.sock'), '');
    expect(await HostedGraph.connect(folder)).toBeUndefined();
    await listen();
    const remote = await connect();
    expect(await remote.read(ids)).toEqual([]);
    await remote.close();
  });

  it.each(['', '{', 'null', '{"socket":7}', '{"socket":"service.sock"}'])('takes the address %j for none', async (text) => {
    writeFileSync(join(folder, 'service.json'), text);
    expect(await HostedGraph.connect(folder)).toBeUndefined();
    await listen();
    expect(await (await connect()).read(ids)).toEqual([]);
  });

  it('is in a folder of its own where the path of the folder is too long for one', async () => {
    folder = join(folder, 'd'.repeat(100), 'ä'.repeat(60));
    mkdirSync(folder, { recursive: true });
    await listen();
    const path = pathOfSocket();
    expect(path.startsWith(folder)).toBe(false);
    expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
    const remote = await connect();
    expect(await remote.read(ids)).toEqual([]);
    await remote.close();
    await host.close();
    expect(existsSync(join(path, '..'))).toBe(false);
  });

  it.each([
    ['another program', { program: '9.9.9' }, /is PolicyGraph 9\.9\.9 \(model version \d+\), where this command is/],
    ['a newer model', { modelVersion: modelVersion + 1 }, /model version \d+\), where this command/],
    ['another protocol', { protocol: protocolVersion + 1 }, /restart the service/],
  ])('refuses a service of %s', async (_, other, message) => {
    await listen();
    const greeting = { protocol: protocolVersion, program: programVersion, modelVersion, engine: 'embedded', pid: 7, ...other };
    const address = readAddress(folder)!;
    await host.close();
    const server = createServer((socket) => socket.end(frame({ greeting })));
    server.listen(join(folder, 'service.sock'));
    await once(server, 'listening');
    writeFileSync(join(folder, 'service.json'), JSON.stringify(address));
    const error = await errorOf(HostedGraph.connect(folder));
    expect([error.code, error.message]).toEqual(['STORAGE', expect.stringMatching(message)]);
    server.close();
  });

  it.each([
    ['a length beyond the limit', () => Buffer.from([0xff, 0xff, 0xff, 0xff])],
    ['no JSON', () => frame('no JSON')],
    ['JSON that is no call', () => frame('7')],
    ['an unknown method', () => frame({ id: 1, method: 'constructor' })],
    ['a statement of no transaction', () => frame({ id: 1, method: 'run', of: 5, statement: create('policy:z') })],
    ['half a message', () => frame({ id: 1, method: 'version' }).subarray(0, 9)],
  ])('outlives a client that sends %s', async (_, bytes) => {
    await listen();
    const socket = await raw();
    socket.write(bytes());
    await once(socket, 'data');
    socket.destroy();
    const remote = await connect();
    expect(await remote.read(ids)).toEqual([]);
    await remote.close();
  });
});

describe('a command', () => {
  it('gets a result of many messages whole and in order', async () => {
    await listen();
    const remote = await connect();
    const rows = await remote.read<{ n: number }>(
      statement('UNWIND range(1, 40000) AS n RETURN n, $text AS text', { text: 'x'.repeat(50) }),
    );
    expect([rows.length, rows.every(({ n }, index) => n === index + 1)]).toEqual([40_000, true]);
    await remote.close();
  });

  it('gets an error for what is too large, and goes on', async () => {
    await listen();
    const remote = await connect();
    const text = 'x'.repeat(limits.commands.frame.value);
    expect(await errorOf(remote.write([statement('CREATE (:Entity {id: $text})', { text })]))).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('write less at once'),
    });
    await remote.write([create('policy:a')]);
    expect(await graph.read(ids)).toEqual([{ id: 'policy:a' }]);
    await remote.close();
  });

  /** Begins a transaction that writes, and waits. */
  async function waiting(remote: HostedGraph, id: string): Promise<{ readonly error: Promise<Error & { code?: string }> }> {
    let began: () => void;
    const begun = new Promise<void>((resolve) => (began = resolve));
    const work = async ({ run }: Transaction) => {
      await run(create(id));
      began();
      return new Promise<never>(() => undefined);
    };
    const error = errorOf(remote.transact(work));
    await begun;
    return { error };
  }

  it('that is gone keeps nothing of its transaction, and no one waiting', async () => {
    await listen();
    const remote = await connect();
    const { error } = await waiting(remote, 'policy:gone');
    const behind = graph.write([create('policy:behind')]);
    (remote as unknown as { calls: { destroy: () => void } }).calls.destroy();
    await behind;
    expect(await graph.read(ids)).toEqual([{ id: 'policy:behind' }]);
    expect((await error).message).toContain('is gone: run the command again. Nothing was written.');
  });

  it('that is gone before its turn never begins', async () => {
    await listen();
    const [first, second] = [await connect(), await connect()];
    const { error } = await waiting(first, 'policy:first');
    const never = errorOf(second.write([create('policy:second')]));
    await second.read(ids);
    for (const remote of [second, first]) (remote as unknown as { calls: { destroy: () => void } }).calls.destroy();
    await Promise.all([error, never]);
    await graph.write([create('policy:third')]);
    expect(await graph.read(ids)).toEqual([{ id: 'policy:third' }]);
  });

  it('that is silent in a transaction loses it', async () => {
    await listen({ silence: 50 });
    const remote = await connect();
    await waiting(remote, 'policy:silent');
    await graph.write([create('policy:behind')]);
    expect(await remote.read(ids)).toEqual([{ id: 'policy:behind' }]);
    let meanwhile: Promise<void> | undefined;
    const late = remote.transact(async ({ run }) => {
      await run(create('policy:late'));
      await (meanwhile = graph.write([create('policy:meanwhile')])); // waits until the transaction is rolled back
      await run(create('policy:later'));
    });
    expect(await errorOf(late)).toMatchObject({ code: 'TIMEOUT', details: { written: 'NO' } });
    await meanwhile;
    expect(await graph.read(ids)).toEqual([{ id: 'policy:behind' }, { id: 'policy:meanwhile' }]);
    (remote as unknown as { calls: { destroy: () => void } }).calls.destroy();
  });

  it('reports that the service stops, which rolls its transaction back', async () => {
    await listen();
    const remote = await connect();
    const { error } = await waiting(remote, 'policy:unfinished');
    await host.close();
    const message = `The service with process id ${process.pid} stops: run the command again.`;
    expect(await error).toMatchObject({ code: 'UNAVAILABLE', message: `${message} Nothing was written.` });
    expect(await errorOf(remote.read(ids))).toMatchObject({ code: 'UNAVAILABLE', message });
    await graph.write([create('policy:next')]);
    expect(await graph.read(ids)).toEqual([{ id: 'policy:next' }]);
  });

  it('that stops reading holds up nobody else', async () => {
    await listen();
    const socket = await raw();
    socket.pause();
    const large = statement('UNWIND range(1, 100000) AS n RETURN n, $text AS text', { text: 'x'.repeat(100) });
    socket.write(frame({ id: 1, method: 'read', statement: large }));
    const remote = await connect();
    await remote.write([create('policy:a')]);
    expect(await remote.read(ids)).toEqual([{ id: 'policy:a' }]);
    await remote.close();
    socket.destroy();
  });
});
