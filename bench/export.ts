/**
 * How fast JSON Lines are written from a graph of 100,000 entities in the embedded engine, and in how much memory, against reading the same records
 * and writing nothing: `npx tsx --expose-gc bench/export.ts [count]`. Each entity has two claims with evidence, and every tenth an observation.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphReader } from '../src/export/graph-reader.js';
import { jsonLines } from '../src/export/json-lines.js';
import { toFile } from '../src/export/output.js';
import type { Pages } from '../src/graph/stored/ids.js';
import { statementsOf, type Change } from '../src/graph/stored/changeset.js';
import { EmbeddedGraph } from '../src/graph/embedded/embedded-graph.js';

const count = Number(process.argv[2] ?? 100_000);
const step = 10_000;
const runs = 3;

const sha256 = 'a'.repeat(64);
const firm = (number: number) => `organization:firm-${String(number).padStart(7, '0')}`;
const claim = (number: number, predicate: string, what: object) => ({
  id: `claim:${predicate.toLowerCase()}-${number}`,
  subject: firm(number),
  predicate,
  attributes: {},
  attributedTo: [],
  evidence: [
    { document: 'document:article', locator: { start: number, end: number + 80, sha256 }, summary: 'The article says so.' },
  ],
  ...what,
});
const entity = (id: string, label: 'Organization' | 'Document' | 'Region' | 'Indicator') => ({
  id,
  label,
  names: [
    { value: `Name of ${id}`, lang: 'en', kind: 'PREFERRED' as const },
    { value: `名字 ${id}`, lang: 'zh', kind: 'PREFERRED' as const },
  ],
  description: 'A company that sells machines abroad.',
  codes: [],
  identifiers: [{ scheme: 'Register', value: id }],
  properties: {},
});

/** The firms from one number on, a step of them. */
function change(from: number): Change {
  const numbers = Array.from({ length: Math.min(step, count - from) }, (_, index) => from + index);
  const first = [entity('document:article', 'Document'), entity('region:hub', 'Region'), entity('indicator:sales', 'Indicator')];
  return {
    changeset: {
      id: `changeset:${from}`,
      author: 'bench',
      reason: 'firms',
      origin: 'bench',
      recordedAt: '2025-01-01T00:00:00.000Z',
    },
    entities: [...(from === 0 ? first : []), ...numbers.map((number) => entity(firm(number), 'Organization'))],
    claims: numbers.flatMap((number) => [
      claim(number, 'LOCATED_IN', { object: 'region:hub', from: '2019' }),
      claim(number, 'NOTE', { value: 'It was founded by two engineers, and exports to nine countries.' }),
    ]),
    observations: numbers
      .filter((number) => number % 10 === 0)
      .map((number) => ({
        id: `observation:sales-${number}`,
        indicator: 'indicator:sales',
        about: [firm(number)],
        period: '2021',
        value: number,
        unit: 'CNY',
        comparator: 'EXACT' as const,
        kind: 'ACTUAL' as const,
      })),
    retractedClaims: [],
    addedRelations: [],
    removedRelations: [],
  };
}

interface Measured {
  /** Of processor time, all threads: the clock also counts what else the machine does. */
  readonly seconds: number;
  readonly byTheClock: number;
  readonly peakResident: number;
  readonly peakHeap: number;
}

/** How long the work takes, and the most memory that it has at any time beyond what was there before. */
async function measure(work: () => Promise<unknown>): Promise<Measured> {
  (globalThis as { gc?: () => void }).gc?.();
  const before = process.memoryUsage();
  let [resident, heap] = [before.rss, before.heapUsed];
  const watch = setInterval(() => {
    const now = process.memoryUsage();
    [resident, heap] = [Math.max(resident, now.rss), Math.max(heap, now.heapUsed)];
  }, 20);
  const [start, used] = [performance.now(), process.cpuUsage()];
  await work();
  clearInterval(watch);
  const { user, system } = process.cpuUsage(used);
  return {
    seconds: (user + system) / 1e6,
    byTheClock: (performance.now() - start) / 1000,
    peakResident: resident,
    peakHeap: heap - before.heapUsed,
  };
}

let rows = 0;
async function readAll(...kinds: readonly Pages<unknown>[]): Promise<void> {
  rows = 0;
  for (const pages of kinds) for await (const page of pages) rows += page.length;
}

const folder = mkdtempSync(join(tmpdir(), 'policygraph-bench-'));
const graph = await EmbeddedGraph.open(folder);
await graph.prepare();
for (let from = 0; from < count; from += step) for (const statement of statementsOf(change(from))) await graph.write([statement]);
const mega = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
console.log(`${count.toLocaleString('en')} entities; the process has ${mega(process.memoryUsage().rss)} with the graph open`);

const perSecond = (seconds: number) => Math.round(rows / seconds).toLocaleString('en');
const file = join(folder, 'graph.jsonl');
for (let run = 1; run <= runs; run += 1) {
  const reader = new GraphReader(graph);
  const reading = await measure(() => readAll(reader.entities(), reader.observations(), reader.claims()));
  const writing = await measure(() => toFile(jsonLines(reader), file, { gzip: false }));
  const speed = ({ seconds, byTheClock, peakResident, peakHeap }: Measured) =>
    `${perSecond(seconds)} rows/s of processor time (${perSecond(byTheClock)} by the clock), peak ${mega(peakResident)} resident, ${mega(peakHeap)} more heap`;
  console.log(
    `run ${run}: ${rows.toLocaleString('en')} rows; reading alone ${speed(reading)}; JSON Lines ${speed(writing)} (${mega(statSync(file).size)})`,
  );
  console.log(`  JSON Lines take ${(writing.seconds / reading.seconds).toFixed(2)} times as long as reading alone`);
}
await graph.close();
rmSync(folder, { recursive: true });
