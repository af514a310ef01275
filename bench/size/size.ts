/** `npm run bench -- size`: Neo4j with generated graphs of several sizes, loaded by its bulk importer. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Options } from '../options.js';
import { logOf, residentMemory } from '../processes.js';
import { out } from '../product.js';
import { post, serverKinds, startServer, stopServer, type Server } from '../servers.js';
import { digits, percentile, table } from '../statistics.js';
import { startNeo4j } from '../stores/neo4j.js';
import { questions } from './questions.js';
import { writeGraph } from './write.js';

const say = (text: string) => console.error(text);
const runs = 50;
const memoryOf = (relations: number) =>
  relations > 2_000_000 ? ['--heap', '3g', '--cache', '4g'] : ['--heap', '1g', '--cache', '1g'];

export async function size({ relations }: Options): Promise<void> {
  const columns: (readonly string[])[] = [];
  for (const count of relations) columns.push(await atSize(count));
  const titles = [
    'claims',
    'files, s',
    'bulk import, s',
    'first start, with indexes and the built-in data, s',
    'disk, MB',
    'memory of Neo4j, MB',
    ...questions.map(({ title }) => `${title}, p50 ms`),
  ];
  const rows = titles.map((title, index) => [title, ...columns.map((column) => column[index] ?? '')]);
  const report = table(['relations', ...relations.map((count) => count.toLocaleString('en'))], rows);
  writeFileSync(join(out, 'size.md'), `${report}\n`);
  console.log(report);
}

/** The figures of one size, in the order of the rows. The store is deleted afterwards. */
async function atSize(relations: number): Promise<string[]> {
  const [folder, home] = [join(out, 'size-files'), join(out, 'size-neo4j')];
  for (const each of [folder, home]) rmSync(each, { recursive: true, force: true });
  say(`${relations.toLocaleString('en')} relations: writing files …`);
  const [counts, files] = await timed(async () => writeGraph(folder, relations));
  say('Importing them …');
  const neo4j = await startNeo4j(home, ['--import', folder, ...memoryOf(relations)]);
  rmSync(folder, { recursive: true });
  const imported = /Imported in (\d+) s/.exec(readFileSync(logOf('neo4j'), 'utf8'))?.[1] ?? '';
  try {
    say('Starting PolicyGraph, which makes the indexes …');
    const kind = serverKinds.find(({ name }) => name === 'P') as (typeof serverKinds)[number];
    const command = kind.command({ neo4j: neo4j.env, embedded: '', copy: '', recordings: '', keys: join(out, 'keys') });
    const [server, indexes] = await timed(() => startServer(kind, command, JSON.stringify({ query: questions[0]?.query })));
    const times = await answerTimes(server);
    const figures = [
      String(counts['claims']),
      files,
      imported,
      indexes,
      diskOf(home),
      residentMemory(neo4j.pid).toFixed(0),
      ...times,
    ];
    await stopServer(server);
    return figures;
  } finally {
    await neo4j.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function answerTimes({ url }: Server): Promise<string[]> {
  const medians: string[] = [];
  for (const { title, query } of questions) {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const began = performance.now();
      const { errors } = await post(url, JSON.stringify({ query }));
      if (errors !== undefined && run === 0) say(`${title}: ${JSON.stringify(errors[0].message)}`);
      if (run >= 5) times.push(performance.now() - began);
    }
    medians.push(digits(percentile(times, 0.5)));
  }
  return medians;
}

async function timed<T>(work: () => Promise<T>): Promise<[T, string]> {
  const began = performance.now();
  const result = await work();
  return [result, ((performance.now() - began) / 1000).toFixed(1)];
}

const diskOf = (folder: string): string => spawnSync('du', ['-sm', folder], { encoding: 'utf8' }).stdout.split('\t')[0] ?? '';
