import { readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { logOf, residentMemory, runNode } from '../processes.js';
import { out } from '../product.js';
import { serverKinds, startServer, stopServer } from '../servers.js';
import { startNeo4j } from '../stores/neo4j.js';
import { generate } from './generate.js';
import { sizesOf } from './generated.js';
import type { Measured } from './measure.js';

const say = (text: string) => console.error(text);

export interface Store extends Measured {
  /** What it took to make, by title. */
  readonly figures: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** Larger ones are not checked: it takes minutes for each million claims. */
const checked = 100_000;

const memoryOf = (relations: number): string[] =>
  relations > 2_000_000 ? ['--heap', '3g', '--cache', '3g'] : ['--heap', '1g', '--cache', '1g'];

/** A Neo4j with a generated graph of so many relations, and a service on it. Everything is deleted when it stops. */
export async function openStore(relations: number): Promise<Store> {
  const name = `size-${relations}`;
  const [files, home, keys] = ['files', 'neo4j', 'keys'].map((each) => join(out, `${name}-${each}`)) as [string, string, string];
  for (const each of [files, home]) rmSync(each, { recursive: true, force: true });
  say(`${relations.toLocaleString('en')} relations: writing files …`);
  const [{ relations: written = 0, claims = 0 }, writing] = await timed(() => generate(files, relations));
  say('Importing them …');
  const neo4j = await startNeo4j(home, ['--import', files, ...memoryOf(relations)], `${name}-neo4j`);
  rmSync(files, { recursive: true });
  const imported = /Imported in (\d+) s/.exec(readFileSync(logOf(`${name}-neo4j`), 'utf8'))?.[1] ?? '';
  say('Starting PolicyGraph, which makes the indexes …');
  const [server, start] = await timed(() => startService(neo4j.env, keys));
  if (relations <= checked) await check(neo4j.env, keys);
  return {
    url: server.url,
    pid: server.pid,
    neo4j: neo4j.pid,
    sizes: sizesOf(relations),
    figures: {
      relations: written.toLocaleString('en'),
      claims: claims.toLocaleString('en'),
      'writing the files, s': writing,
      'bulk import, s': imported,
      'first start, with indexes and the built-in data, s': start,
      'store on disk, MB': diskOf(join(home, 'data', 'databases')),
      'memory of Neo4j, MB': residentMemory(neo4j.pid).toFixed(0),
    },
    stop: async () => {
      await stopServer(server);
      await neo4j.stop();
      for (const each of [home, keys]) rmSync(each, { recursive: true, force: true });
    },
  };
}

function startService(neo4j: Readonly<Record<string, string>>, keys: string) {
  const kind = serverKinds.find(({ name }) => name === 'P') as (typeof serverKinds)[number];
  const request = JSON.stringify({ query: '{ graph { dataVersion } }' });
  return startServer(kind, kind.command({ neo4j, embedded: '', copy: '', recordings: '', keys }), request);
}

/** Whether the generated graph is what its claims give: throws where it is not. */
async function check(neo4j: Readonly<Record<string, string>>, keys: string): Promise<void> {
  say('Checking the graph …');
  await runNode('size-check', { args: ['bin/policygraph.js', 'check'], env: { ...neo4j, POLICYGRAPH_DATA: keys } });
}

async function timed<T>(work: () => Promise<T>): Promise<[T, string]> {
  const began = performance.now();
  const result = await work();
  return [result, ((performance.now() - began) / 1000).toFixed(1)];
}

const diskOf = (folder: string): string => spawnSync('du', ['-sm', folder], { encoding: 'utf8' }).stdout.split('\t')[0] ?? '';
