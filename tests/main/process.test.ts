import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { Agent, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as after } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, onTestFinished, vi } from 'vitest';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import { builtInFolder, loadBuiltIn } from '../../src/import/built-in.js';
import { policygraph } from '../support/cli.js';
import { otlpReceiver } from '../support/otlp-receiver.js';
import { run, type Running } from '../support/process.js';
import { post } from '../support/service.js';

vi.setConfig({ testTimeout: 60_000 }); // processes take a while to start on a busy machine

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policygraph-process-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(settings: Readonly<Record<string, string>> = {}): Running {
  const running = run({ POLICYGRAPH_DATA: folder, ...settings });
  onTestFinished(async () => {
    running.child.kill('SIGKILL');
    await running.ended;
  });
  return running;
}

async function stop({ child, ended }: Running, signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL' = 'SIGTERM'): Promise<number | string> {
  child.kill(signal);
  return ended;
}

async function ask({ url }: Running, query: string): Promise<any> {
  return (await fetch(`${await url}/graphql`, post({ query }))).json();
}

const china = '{ region(id: "region:CN") { name blocs { totalCount } } }';

describe('a start', () => {
  let older: string;
  beforeAll(async () => {
    older = await olderData();
  });
  afterAll(() => rmSync(older, { recursive: true, force: true }));

  it('loads the data, says so, and prints where it listens', async () => {
    const service = start({ POLICYGRAPH_DATA: ':memory:' });
    await service.url;
    expect(service.output.out).toMatch(
      /^Embedded graph in memory\n {2}reading the built-in data …\n {2}writing [\d,]+ entities and [\d,]+ claims …\nBuilt-in data [0-9a-f]{12} loaded: \d+ entities, \d+ new claims\nExplorer: http:\/\/127\.0\.0\.1:\d+\/\nPlayground and GraphQL: http:\/\/127\.0\.0\.1:\d+\/graphql\n$/,
    );
    expect(service.output.err).toBe('');
    expect(await ask(service, china)).toMatchObject({ data: { region: { name: 'China' } } });
    expect((await fetch(`${await service.url}/health/ready`)).status).toBe(200);
  });

  it('finds its data again', async () => {
    const first = start();
    const { data } = await ask(first, china);
    expect(await stop(first)).toBe(0);
    const archive = mkdtempSync(join(tmpdir(), 'policygraph-archive-'));
    const second = start({ POLICYGRAPH_ARCHIVE: archive });
    expect(await ask(second, china)).toMatchObject({ data });
    const empty = 'POLICYGRAPH_ARCHIVE has no files: evidence shows no quotes\\.';
    expect(second.output.out).toMatch(
      new RegExp(`^Embedded graph in ${folder}\nBuilt-in data [0-9a-f]{12} is in place\n${empty}\nExplorer: .*\nPlayground`),
    );
  });

  it('brings older data up to date', async () => {
    const service = start({ POLICYGRAPH_DATA: copyOf(older) });
    expect(await ask(service, members)).toMatchObject({ data: { region: { members: { totalCount: 11 } } } });
    expect(service.output.out).toMatch(/^Built-in data [0-9a-f]{12} updated: \d+ entities, [1-9]\d* new claims$/m);
  });

  it('makes good for one that was killed while it wrote', async () => {
    const data = copyOf(older);
    const killed = start({ POLICYGRAPH_DATA: data });
    await vi.waitUntil(() => killed.output.out.includes('updating'), { timeout: 30_000, interval: 1 });
    expect(await stop(killed, 'SIGKILL')).toBe('SIGKILL');
    expect(await ask(start({ POLICYGRAPH_DATA: data }), members)).toMatchObject({
      data: { region: { members: { totalCount: 11 } } },
    });
  });

  it('that is stopped ends without an error, and the next one makes good for it', async () => {
    const data = copyOf(older);
    const stopped = start({ POLICYGRAPH_DATA: data });
    await vi.waitUntil(() => stopped.output.out.includes('updating'), { timeout: 30_000, interval: 1 });
    expect(await stop(stopped)).toBe(0);
    expect(stopped.output.err).toBe('');
    expect(await ask(start({ POLICYGRAPH_DATA: data }), members)).toMatchObject({
      data: { region: { members: { totalCount: 11 } } },
    });
  });

  it('is live and not ready while it loads', async () => {
    const port = await freePort();
    start({ POLICYGRAPH_DATA: ':memory:', PORT: String(port) });
    const [live, ready] = await duringStart(`http://127.0.0.1:${port}`);
    expect([live, ready]).toEqual([200, 503]);
  });
});

const members = '{ region(id: "region:ASEAN") { members { totalCount } } }';

/** A graph of the built-in data as it would have been before ASEAN's members were in it. */
async function olderData(): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'policygraph-older-'));
  const files = join(data, 'files');
  cpSync(builtInFolder, files, { recursive: true });
  rmSync(join(files, 'claims/blocs.yaml'));
  const graph = await EmbeddedGraph.open(data);
  await graph.prepare();
  await loadBuiltIn(graph, () => undefined, files);
  expect(
    await graph.read({
      name: 'test',
      text: "MATCH (:Region)-[member:MEMBER_OF]->(bloc:Region) WHERE bloc.id = 'region:ASEAN' RETURN count(member) AS members",
      parameters: {},
    }),
  ).toEqual([{ members: 0 }]);
  await graph.close();
  rmSync(files, { recursive: true });
  return data;
}

function copyOf(data: string): string {
  cpSync(data, folder, { recursive: true });
  return folder;
}

/** The statuses of health as soon as anything answers. */
async function duringStart(url: string): Promise<[number, number]> {
  for (;;) {
    const answers = await Promise.all(['live', 'ready'].map((name) => fetch(`${url}/health/${name}`))).catch(() => undefined);
    if (answers !== undefined) return [answers[0]!.status, answers[1]!.status];
    await after(20);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The one sentence with which it gives up. */
async function failure(settings: Readonly<Record<string, string>>): Promise<string> {
  const { ended, output } = start(settings);
  expect(await ended).toBe(1);
  expect(output.err).toMatch(/^[^\n]+[.?]\n$/);
  expect(output.out).not.toContain('Playground');
  return output.err.trimEnd();
}

describe('keys', () => {
  it('are made and revoked while the service runs, and open what is closed', async () => {
    cpSync(inject('builtInGraph'), folder, { recursive: true });
    const url = await start({ POLICYGRAPH_READING: 'closed' }).url;
    const keys = (...args: string[]) => policygraph(['keys', ...args], { settings: { POLICYGRAPH_DATA: folder } });
    const { out } = await keys('add', '--name', 'test', '--role', 'reader');
    const status = async () =>
      (await fetch(`${url}/graphql`, post({ query: china }, { authorization: `Bearer ${out.trim()}` }))).status;
    expect((await fetch(`${url}/graphql`, post({ query: china }))).status).toBe(401);
    expect(await status()).toBe(200);
    expect(await keys('revoke', out.slice(3, 11))).toMatchObject({ code: 0 });
    await vi.waitFor(async () => expect(await status()).toBe(401), { timeout: 15_000 });
  });
});

describe('a start that fails says in one sentence what to do, when', () => {
  it('its port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await failure({ PORT: String(port) })).toBe(
      `Port ${port} is in use: set PORT to another one, or stop what listens there.`,
    );
  });

  it('its host is no address of the machine', async () => {
    expect(await failure({ HOST: '192.0.2.1' })).toBe(
      'HOST 192.0.2.1 is not an address of this machine: set HOST to 127.0.0.1 or 0.0.0.0.',
    );
  });

  it('a setting has no sense', async () => {
    expect(await failure({ PORT: 'http' })).toBe('PORT must be a number from 0 to 65535, not "http".');
    expect(await failure({ POLICYGRAPH_DTA: folder })).toBe('Unknown setting POLICYGRAPH_DTA. Did you mean POLICYGRAPH_DATA?');
    expect(await failure({ LOG_LEVEL: 'loud' })).toMatch(/^LOG_LEVEL must be one of .*, not "loud"\.$/);
  });

  it('its archive is missing, or is no folder', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const rest = 'set it to the folder of the source texts, or leave it empty.';
    for (const [POLICYGRAPH_ARCHIVE, problem] of [
      ['/nowhere', 'does not exist'],
      [join(file, 'below'), 'does not exist'],
      [file, 'is not a folder'],
    ] as const)
      expect(await failure({ POLICYGRAPH_ARCHIVE })).toBe(`POLICYGRAPH_ARCHIVE ${POLICYGRAPH_ARCHIVE} ${problem}: ${rest}`);
  });

  it('its data folder cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await failure({ POLICYGRAPH_DATA: join(folder, 'file') })).toMatch(
      /^The data folder .*file cannot be made \(EEXIST\): set POLICYGRAPH_DATA to a folder that can be written\.$/,
    );
  });

  it('its data file is damaged', async () => {
    writeFileSync(join(folder, 'graph.grafeo'), 'no graph at all');
    expect(await failure({})).toMatch(
      /graph\.grafeo is damaged: restore it from a backup with "policygraph restore", or move \S+\/graph\.grafeo\* away to start with the built-in data\.$/,
    );
  });

  it('another process has its data', async () => {
    cpSync(inject('builtInGraph'), folder, { recursive: true });
    await start().url;
    expect(await failure({})).toMatch(
      /graph\.grafeo is open in another process: stop that one, or set POLICYGRAPH_DATA to another folder\.$/,
    );
  });

  it.each(['no address', 'http://127.0.0.1:7474'])('NEO4J_URI is %j', async (NEO4J_URI) => {
    expect(await failure({ NEO4J_URI })).toMatch(/^NEO4J_URI is not an address of a Neo4j: it must look like bolt:/);
  });
});

describe('a start without its Neo4j', () => {
  it('is live, reports why it is not ready, and stops on SIGTERM', async () => {
    const port = await freePort();
    const service = start({ PORT: String(port), NEO4J_URI: `bolt://127.0.0.1:${await freePort()}`, NEO4J_PASSWORD: 'any' });
    const reason = 'Neo4j cannot be reached: is it running, and is NEO4J_URI its address?';
    const url = `http://127.0.0.1:${port}`;
    await vi.waitUntil(() => service.output.out === `${reason} Waiting for it …\n`, { timeout: 30_000 });
    const unavailable = { errors: [{ message: reason, extensions: { code: 'UNAVAILABLE' } }] };
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'loading', ...unavailable }]);
    const answer = await fetch(`${url}/graphql`, post({ query: china }));
    expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([503, '2', unavailable]);
    expect(await stop(service)).toBe(0);
  });
});

describe('a stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('by %s loses no request', async (signal) => {
    cpSync(inject('builtInGraph'), folder, { recursive: true });
    const service = start();
    const url = await service.url;
    const lost: unknown[] = [];
    const answered: number[] = [];
    const clients = Array.from({ length: 20 }, () =>
      askOn(
        url,
        pilot,
        ({ status, text }) => {
          if (status !== 200 || JSON.parse(text).data.program.regions.totalCount !== 10) lost.push(text);
          answered.push(status);
        },
        lost,
      ),
    );
    while (answered.length < 100) await after(10);
    expect(await stop(service, signal)).toBe(0);
    await Promise.all(clients);
    expect(lost).toEqual([]);
    expect(service.output.err).toBe('');
  });

  it('under heavy load loses no request: each is answered, or refused with the time to retry', async () => {
    cpSync(inject('builtInGraph'), folder, { recursive: true });
    const service = start({ POLICYGRAPH_CACHE: '0' });
    const url = await service.url;
    const [lost, wrong, statuses]: [unknown[], unknown[], number[]] = [[], [], []];
    const note = ({ status, text, headers }: Received) => {
      statuses.push(status);
      const { data, errors } = JSON.parse(text);
      const isRefused =
        status === 503 && headers['retry-after'] !== undefined && /OVERLOADED|UNAVAILABLE/.test(errors[0].extensions.code);
      if (!isRefused && data?.c19.totalCount !== 0) wrong.push(text);
    };
    const clients = Array.from({ length: 50 }, () => askOn(url, counts, note, lost));
    await vi.waitUntil(() => statuses.length > 50, { timeout: 30_000 });
    expect(await stop(service)).toBe(0);
    await Promise.all(clients);
    expect(lost).toEqual([]);
    expect(wrong).toEqual([]);
    expect(statuses).toContain(200);
    expect(service.output.err).toBe('');
  });

  it('notifies subscribers that it stops, and does not wait for those who stay', async () => {
    cpSync(inject('builtInGraph'), folder, { recursive: true });
    const service = start();
    const url = await service.url;
    const address = `${url.replace('http', 'ws')}/graphql`;
    const [polite, silent] = [new WebSocket(address, 'graphql-transport-ws'), new WebSocket(address, 'graphql-transport-ws')];
    await Promise.all([once(polite, 'open'), once(silent, 'open')]);
    silent.pause();
    const unused = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined);
    const events = await fetch(
      `${url}/graphql/stream`,
      post({ query: 'subscription { changes { kind } }' }, { accept: 'text/event-stream' }),
    );
    const closed = once(polite, 'close');
    expect(await stop(service)).toBe(0);
    expect((await closed)[0]).toBe(1001);
    expect(await events.text()).toMatch(/^(:\n\n)*event: complete\ndata:\n\n$/);
    unused.destroy();
    expect(service.output.err).toBe('');
    silent.terminate();
  });

  it('answers requests in flight, and sends their traces', async () => {
    cpSync(inject('builtInGraph'), folder, { recursive: true });
    const receiver = await otlpReceiver();
    const service = start({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url });
    await service.url;
    const where = `{ or: [${Array.from({ length: 10 }, (_, n) => `{ within: "region:X${n}" }`).join()}] }`;
    const long = ask(service, `{ regions(where: ${where}) { totalCount } }`);
    await after(100);
    expect(await stop(service)).toBe(0);
    expect(await long).toMatchObject({ data: { regions: { totalCount: 0 } } });
    expect(receiver.spans.map(({ name }) => name)).toContain('POST /graphql');
    receiver.close();
  });
});

const pilot = () =>
  JSON.stringify({ query: '{ program(id: "program:cn-used-car-export-pilot") { name regions { totalCount } } }' });

/** Another question for each request. */
const counts = () => {
  const fields = Array.from(
    { length: 20 },
    (_, n) => `c${n}: claims(where: { subject: { contains: "${Math.random()}" } }) { totalCount }`,
  );
  return JSON.stringify({ query: `{ ${fields.join(' ')} }` });
};

interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/**
 * Asks one question after another until nobody listens any more; every question that was sent wants its answer. Keeps one connection as long as the service does,
 * and waits for as long as a refusal says.
 */
async function askOn(url: string, body: () => string, note: (received: Received) => void, lost: unknown[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (;;) {
    try {
      const received = await sendOn(agent, url, body());
      note(received);
      await after(1_000 * Number(received.headers['retry-after'] ?? 0));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall !== 'connect') lost.push(error);
      return agent.destroy();
    }
  }
}

async function sendOn(agent: Agent, url: string, body: string): Promise<Received> {
  const sent = request(`${url}/graphql`, { agent, method: 'POST', headers: { 'content-type': 'application/json' } }).end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode!, headers: response.headers, text: await textOf(response) };
}
