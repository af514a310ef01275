/** MCP over standard input and output, by the command that agents start. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { authenticator } from '../../src/accounts/authenticate.js';
import { pino } from 'pino';
import type { Graph } from '../../src/graph/port.js';
import { policygraph } from '../support/cli.js';
import { embedded, engines, neo4jEnvironment } from '../support/engines.js';
import { makeKey } from '../../src/accounts/key.js';
import { changeKeys } from '../../src/accounts/keys-file.js';
import { serve, type Service } from '../support/service.js';
import { callOf, newest, refusalOf } from './agents.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'policygraph-mcp-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

async function started({ command, args, env = {} }: Program, options = {}): Promise<Client> {
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  const client = new Client({ name: 'test', version: '1' }, options);
  const transport = new StdioClientTransport({ command, args: [...args], env: { PATH, HOME, TMPDIR, ...env }, cwd: folder });
  await client.connect(transport);
  onTestFinished(() => client.close());
  return client;
}

const program = [join(root, 'bin/policygraph.js'), 'mcp'];

describe('policygraph mcp', { timeout: 120_000 }, () => {
  let graph: Graph;
  let service: Service;
  let secret: string;
  beforeAll(async () => {
    const made = makeKey({ name: 'agent', role: 'READER' });
    secret = made.secret;
    await changeKeys(join(folder, 'keys.json'), () => [made.key]);
    for (const { name, builtIn } of engines) if (name !== 'embedded') await (await builtIn()).close(); // loads it
    graph = await embedded.builtIn();
    const authenticate = authenticator({ keys: join(folder, 'keys.json'), jwt: undefined }, pino({ level: 'silent' }));
    service = await serve(graph, { authenticate, reading: 'closed', level: 'info' });
  }, 300_000);
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  it('asks a service that runs, as docs/agents.md configures it', async () => {
    const documented =
      /```json\n(\{[^`]*bin\/policygraph\.js[^`]*)```/.exec(readFileSync(join(root, 'docs/agents.md'), 'utf8'))?.[1] ?? '';
    const text = documented
      .replace('/path/to/policygraph/', root)
      .replace('http://127.0.0.1:4000', service.url)
      .replace('"POLICYGRAPH_API_KEY": ""', `"POLICYGRAPH_API_KEY": "${secret}"`);
    const { policygraph: configured } = (JSON.parse(text) as { mcpServers: { policygraph: Program } }).mcpServers;
    const client = await started(configured, newest);
    expect(client.getNegotiatedProtocolVersion()).toBe('2026-07-28');
    const call = callOf(client);
    const { status, region } = await call('coverage', { region: 'Guangzhou', by: 'Used-car export pilot' });
    expect([status, region.link]).toEqual(['INHERITED', `${service.url}/entity/region:CN-440100`]);
    expect((await call('entity', { id: 'region:CN-GD', lang: 'ZH' })).entity.name).toBe('广东省');
    expect(await refusalOf(call, 'entity', { id: 'Taizhou' })).toMatch(/^AMBIGUOUS_NAME: .*Candidates: /);
    const mutation = 'mutation { applyChangeset(input: { reason: "x" }, dryRun: true) { outcome } }';
    expect(await refusalOf(call, 'query', { query: mutation })).toMatch(/^FORBIDDEN: /);
    expect((await call('schema', { name: 'Program.coverage' })).sdl).toContain('region: ID!');
    const { contents } = await client.readResource({ uri: 'policygraph://model' });
    expect((contents[0] as { text: string }).text).toContain('**COVERS**');
    expect(service.log.some((line) => line.includes('McpCoverage') && line.includes('"account":"key:'))).toBe(true);
  });

  it.each(engines)('reads the graph of the settings by itself: $name', async ({ name }) => {
    const data = join(folder, 'data');
    if (name === 'embedded') cpSync(inject('builtInGraph'), data, { recursive: true });
    const env = name === 'embedded' ? { POLICYGRAPH_DATA: data } : neo4jEnvironment;
    const call = callOf(await started({ command: process.execPath, args: program, env }));
    const { entities } = await call('find', { query: 'Guandong', types: ['REGION'], first: 1 });
    expect(entities).toMatchObject([{ id: 'region:CN-GD', name: 'Guangdong' }]);
    expect(entities[0].link).toBeUndefined();
    const { observations } = await call('observations', { indicator: 'indicator:cn-used-cars-exported' });
    expect(observations.map(({ value }: any) => value)).toEqual([15_000, 69_000]);
    expect(await refusalOf(call, 'query', { query: `{ ${'a '.repeat(60_000)} }` })).toMatch(
      /^QUERY_TOO_EXPENSIVE|^GRAPHQL_PARSE_FAILED/,
    );
  });

  it.each([
    [
      ['--url', 'nonsense'],
      {},
      2,
      /^--url must be the address of a service, such as http:\/\/127\.0\.0\.1:4000, not "nonsense"\.\n$/,
    ],
    [['--url', 'http://127.0.0.1:1'], {}, 1, /^No PolicyGraph answers at http:\/\/127\.0\.0\.1:1\/graphql: check the address/],
    [[], { POLICYGRAPH_DATA: join(folder, 'nothing') }, 1, /^The graph is empty: start the service once/],
  ])('ends with a sentence: %o', async (args, settings, code, message) => {
    const outcome = await policygraph(['mcp', ...args], { settings });
    expect([outcome.code, outcome.out]).toEqual([code, '']);
    expect(outcome.err).toMatch(message);
  });

  it('needs a key where reading is closed', async () => {
    const { code, err } = await policygraph(['mcp', '--url', service.url]);
    expect([code, err]).toEqual([1, expect.stringContaining('This needs an account of role READER')]);
  });
});
