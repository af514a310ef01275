/** Follows what the service writes and syncs, and cuts the power in thought after each answer: what was acknowledged by then must be on the disk. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import { filesOf } from '../corruption/stores.js';
import { client } from '../soak/client.js';
import { Disk } from './disk.js';
import { callsOf, traced } from './trace.js';

/** Some containers have strace and do not let it trace. */
export const canTrace = spawnSync('strace', ['-f', '--seccomp-bpf', '-o', '/dev/null', 'true']).status === 0;

export interface Cuts {
  cuts: number;
  /** Acknowledged writes that a cut after their answer loses, and graphs that do not open after a cut. */
  readonly lost: string[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** `data` is a folder with a graph that was closed, and keys. */
export async function powerCuts(data: string, key: string, writes: number, durability: 'full' | 'normal'): Promise<Cuts> {
  const files = filesOf(data);
  const trace = `${data}.trace`;
  await written(data, trace, key, writes, durability);
  const disk = new Disk(data, files);
  const found: Cuts = { cuts: 0, lost: [] };
  let acknowledged = 0;
  for (const call of callsOf(readFileSync(trace, 'latin1'))) {
    disk.apply(call);
    const answer = /"write(\d+)":/.exec(call.begins ? call.texts.join('') : '');
    if (answer === null || call.fd?.path.startsWith('/') === true) continue;
    acknowledged = Math.max(acknowledged, Number(answer[1]));
    found.cuts += 1;
    disk.putInto(`${data}.cut`);
    found.lost.push(...(await missing(`${data}.cut`, acknowledged)));
  }
  return found;
}

/** The service under strace, with one write after another; then it is stopped. */
async function written(data: string, trace: string, key: string, writes: number, durability: string): Promise<void> {
  const strace = ['-f', '-y', '-xx', '-s', '100000000', '--seccomp-bpf', '-e', `trace=${traced}`, '-o', trace];
  const settings = { POLICYGRAPH_DATA: data, POLICYGRAPH_DURABILITY: durability, PORT: '0' };
  const child = spawn('strace', [...strace, process.execPath, 'dist/main.js'], {
    cwd: root,
    env: { PATH: process.env['PATH'], TMPDIR: process.env['TMPDIR'], ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const url = await new Promise<string>((resolve) => {
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const [, found] = /^Playground and GraphQL: (http:.*)\/graphql$/m.exec(out) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  const sender = client(url, key);
  for (let number = 1; number <= writes; number += 1) {
    const { body } = await sender.post(JSON.stringify({ query: mutation(number) }));
    if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  }
  sender.close();
  process.kill(Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8')), 'SIGTERM'); // strace passes no signal on
  await ended;
}

const mutation = (number: number): string =>
  `mutation { write${number}: applyChangeset(input: {reason: "Power", entities: [{id: "person:power-${number}", names: [{value: "N", lang: "en"}]}]}) { outcome } }`;

async function missing(folder: string, acknowledged: number): Promise<string[]> {
  const text = 'MATCH (node:Person) WHERE node.id STARTS WITH "person:power-" RETURN node.id AS id';
  try {
    const graph = await EmbeddedGraph.open(folder);
    const rows = await graph.read<{ id: string }>({ name: 'test', text, parameters: {} });
    await graph.close();
    const ids = new Set(rows.map(({ id }) => id));
    return Array.from({ length: acknowledged }, (_, index) => `person:power-${index + 1}`).filter((id) => !ids.has(id));
  } catch (error) {
    return [(error as Error).message];
  }
}
