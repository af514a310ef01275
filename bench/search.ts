/**
 * How long a search takes among 100,000 entities in the embedded engine: `npx tsx --expose-gc bench/search.ts [count]`.
 * The names are made up from the syllables and words that real ones have, so that many share their words.
 */
import { statementsOf } from '../src/graph/stored/changeset.js';
import { EmbeddedGraph } from '../src/graph/embedded/embedded-graph.js';
import { Loaders } from '../src/graph/loaders/loaders.js';
import type { Label } from '../src/model/model.js';
import type { EntityRecord } from '../src/graph/stored/record-types.js';

const count = Number(process.argv[2] ?? 100_000);
const searches = 200;

let seed = 42;
const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

const syllables = 'an bai chang dong fu guang hai jin kun liang ming nan ping qing rong shan tai wu xin yang zhou'.split(' ');
const hanzi = Array.from('安白长东福广海金昆良明南平青荣山台武新阳州江河西北中国大连云岭峰林城');
const kinds = [
  'District',
  'County',
  'City',
  'Trading Company',
  'Export Pilot',
  'Bureau of Commerce',
  'Notice on Used Cars',
  'Institute',
  'Forum',
  'Association',
];
const types: readonly Label[] = ['Region', 'Organization', 'Agency', 'Policy', 'Program', 'Event', 'Person', 'Product'];
const descriptions = [
  'A place in the west of China.',
  'Lets dealers in named places export used cars from China.',
  'A company that sells machines abroad.',
  'Handles foreign trade and investment.',
];

const word = (): string => {
  const text = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(syllables)).join('');
  return text.charAt(0).toUpperCase() + text.slice(1);
};
const chinese = (): string => Array.from({ length: 2 + Math.floor(random() * 4) }, () => pick(hanzi)).join('');

function entity(number: number): EntityRecord {
  const label = pick(types);
  const names = [`${word()} ${pick(kinds)}`, chinese(), word()].map((value, index) => ({
    value,
    lang: index === 1 ? 'zh' : 'en',
    kind: 'PREFERRED' as const,
  }));
  return {
    id: `${label.toLowerCase()}:n${number}`,
    label,
    names,
    description: pick(descriptions),
    codes: [],
    identifiers: [],
    properties: {},
  };
}

/** What people type: exact, in part, misspelt, Chinese, common words. */
function question(entities: readonly EntityRecord[], number: number): string {
  const [name, zh, alias] = pick(entities).names.map(({ value }) => value) as [string, string, string];
  const misspelt = `${alias.slice(0, 3)}${alias.slice(4)}`;
  return [name, zh, misspelt, name.slice(0, Math.ceil(name.length / 2)), name.toLowerCase().replace('district', 'distrct')][
    number % 5
  ] as string;
}

const median = (values: readonly number[], share = 0.5): string =>
  ([...values].sort((a, b) => a - b)[Math.floor(values.length * share)] as number).toFixed(1);
const megabytes = (): number => {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
};
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const graph = await EmbeddedGraph.open(':memory:');
await graph.prepare();
const entities = Array.from({ length: count }, (_, number) => entity(number));
await graph.write(
  statementsOf({
    changeset: {
      id: 'changeset:bench',
      author: 'bench',
      reason: 'bench',
      origin: 'bench',
      recordedAt: '2025-01-01T00:00:00.000Z',
    },
    entities,
    claims: [],
    observations: [],
    retractedClaims: [],
    addedRelations: [],
    removedRelations: [],
  }),
);

const loaders = () => new Loaders(graph, { on: '2025-01-01', knownAt: '9999' });
const ask = (text: string) => loaders().search.ranked(text, {}, 200);
const before = megabytes();
let longestStall = 0;
let last = performance.now();
const watch = setInterval(() => {
  longestStall = Math.max(longestStall, performance.now() - last - 5);
  last = performance.now();
}, 5);
const first = await timed(() => ask('Qingdao'));
clearInterval(watch);
console.log(
  `${count.toLocaleString('en')} entities; the first search builds the index: ${Math.round(first)} ms, ${Math.round(megabytes() - before)} MB, longest stall ${Math.round(longestStall)} ms`,
);

for (let warm = 0; warm < 20; warm++) await ask(question(entities, warm));
const times: number[] = [];
for (let number = 0; number < searches; number++) times.push(await timed(() => ask(question(entities, number))));
console.log(
  `${searches} searches: median ${median(times)} ms, 95 % ${median(times, 0.95)} ms, longest ${median(times, 0.999)} ms`,
);
for (const [index, kind] of ['exact', 'Chinese', 'misspelt', 'beginning', 'with a common word misspelt'].entries())
  console.log(`  ${kind}: median ${median(times.filter((_, number) => number % 5 === index))} ms`);
for (const text of [
  'district',
  'used cars',
  'china',
  'q',
  'qin',
  '二手车出口',
  'Bureau of Commerce of Guangdong Province in the west of China',
])
  console.log(`  "${text}": ${(await timed(() => ask(text))).toFixed(1)} ms`);
const hundred = Array.from({ length: 100 }, (_, number) => question(entities, number));
const together = loaders();
console.log(
  `match of 100 names: ${Math.round(await timed(() => Promise.all(hundred.map((text) => together.search.ranked(text, {}, 30)))))} ms`,
);
const row = { ...entity(0), names: [{ value: 'Zyzzyva Island', lang: 'en', kind: 'PREFERRED' as const }] };
await graph.write(
  statementsOf({
    changeset: {
      id: 'changeset:bench-2',
      author: 'bench',
      reason: 'bench',
      origin: 'bench',
      recordedAt: '2025-01-02T00:00:00.000Z',
    },
    entities: [row],
    claims: [],
    observations: [],
    retractedClaims: [],
    addedRelations: [],
    removedRelations: [],
  }),
);
console.log(`first search after a write: ${(await timed(() => ask('Zyzzyva'))).toFixed(1)} ms`);
await graph.close();
