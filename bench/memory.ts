/**
 * How much memory the service takes, at ready and after many queries of all kinds, and how long any of them holds up its event loop:
 * `npx tsx bench/memory.ts [FOLDER [count]]`, for a copy of the built-in graph where no folder is named. `npm run build` first.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Service } from './service.js';

const folder = process.argv[2] || mkdtempSync(join(tmpdir(), 'policygraph-memory-'));
const count = Number(process.argv[3] ?? 10_000);

let seed = 7;
const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

interface Kind {
  readonly name: string;
  /** How often it comes, beside others. */
  readonly weight: number;
  /** The type of the entity that `$id` names. */
  readonly type?: string;
  readonly query: string;
}

const kinds: readonly Kind[] = [
  {
    name: 'look-up',
    weight: 30,
    type: 'policies',
    query: 'query($id: ID!) { policy(id: $id) { id name names { value lang kind } announcedOn { edtf } documentNumber } }',
  },
  {
    name: 'hop',
    weight: 15,
    type: 'policies',
    query:
      'query($id: ID!) { policy(id: $id) { name issuers(first: 10) { edges { role node { id name } } } topics(first: 10) { edges { node { id name } } } } }',
  },
  {
    name: 'region',
    weight: 10,
    type: 'regions',
    query:
      'query($id: ID!) { region(id: $id) { name level parent { id name } programs(scope: ANY, first: 10) { edges { node { id name } } } } }',
  },
  {
    name: 'agency',
    weight: 5,
    type: 'agencies',
    query:
      'query($id: ID!) { agency(id: $id) { name policies(first: 20, orderBy: ANNOUNCED_DESC) { totalCount edges { node { id name announcedOn { edtf } } } } } }',
  },
  {
    name: 'topic',
    weight: 5,
    type: 'topics',
    query: 'query($id: ID!) { topic(id: $id) { name policies(first: 20) { totalCount edges { node { id name } } } } }',
  },
  {
    name: 'relations',
    weight: 5,
    type: 'policies',
    query:
      'query($id: ID!) { entity(id: $id) { relations(first: 20) { totalCount edges { type direction node { id name } claims { id evidence { summary document { title } } } } } } }',
  },
  {
    name: 'claims',
    weight: 5,
    type: 'policies',
    query:
      'query($id: ID!) { policy(id: $id) { claims { id predicate value object { id name } evidence { summary document { id title } } } } }',
  },
  {
    name: 'timeline',
    weight: 3,
    type: 'agencies',
    query: 'query($id: ID!) { agency(id: $id) { timeline(first: 10) { edges { node { on { edtf } kind title } } } } }',
  },
  {
    name: 'neighbourhood',
    weight: 3,
    type: 'people',
    query: 'query($id: ID!) { neighbourhood(id: $id) { truncated nodes { id name } relations { type from { id } to { id } } } }',
  },
  {
    name: 'history',
    weight: 2,
    type: 'agencies',
    query: 'query($id: ID!) { entity(id: $id) { version history { version changeset { author reason } changes { kind } } } }',
  },
  {
    name: 'list',
    weight: 4,
    query:
      '{ policies(first: 20, where: { announcedOn: { gte: "2010-01-01" } }, orderBy: ANNOUNCED_DESC) { totalCount edges { node { id name announcedOn { edtf } } } } }',
  },
  {
    name: 'names',
    weight: 2,
    query:
      '{ regions(first: 50, orderBy: NAME_ASC) { edges { node { id name } } } topics(first: 50) { edges { node { id name } } } }',
  },
  { name: 'facets', weight: 2, query: '{ policies { facets(by: [ANNOUNCED_YEAR, ISSUERS]) { values { value count } } } }' },
  { name: 'search', weight: 4, query: '{ search(query: "export", first: 10) { edges { node { id name } matchedName score } } }' },
  { name: 'all claims', weight: 1, query: '{ claims(first: 20) { edges { node { id predicate value } } } }' },
  { name: 'contradictions', weight: 0.5, query: '{ contradictions(first: 5) { edges { node { predicate subject { id } } } } }' },
  { name: 'changes', weight: 1, query: '{ changes(since: "0.0", first: 20) { cursor changes { kind id type } } }' },
];

const types = [...new Set(kinds.flatMap(({ type }) => type ?? []))];
const examples = new URL('../web/examples/', import.meta.url);

function playground(): Kind[] {
  return readdirSync(fileURLToPath(examples))
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => ({ name, weight: 0.3, query: readFileSync(new URL(name, examples), 'utf8') }));
}

/** Up to 500 ids of entities of a type, of pages that lie apart. */
async function idsOf(service: Service, type: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | undefined; ids.length < 500;) {
    const { data } = await service.ask(
      `query($after: String) { ${type}(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
      { after },
    );
    const list = (
      data as Record<string, { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: { id: string } }[] }>
    )[type];
    ids.push(...(list?.edges ?? []).map(({ node }) => node.id));
    if (list?.pageInfo.hasNextPage !== true) break;
    after = list.pageInfo.endCursor;
  }
  return ids;
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
const environment = { POLICYGRAPH_DATA: folder };
const started = performance.now();
const service = await Service.start(environment, (process.env['BENCH_NODE'] ?? '').split(' ').filter(Boolean));
const ready = await service.probe();
console.log(`ready after ${Math.round(performance.now() - started)} ms: ${megabytes(ready.rss)}`);
const ids = new Map<string, string[]>();
for (const type of types) ids.set(type, await idsOf(service, type));
const all = [...kinds, ...playground()];
const total = all.reduce((sum, { weight }) => sum + weight, 0);
const seen = new Map<
  string,
  { count: number; cpu: number; longest: number; stall: number; grown: number; errors: Set<string> }
>();
let before = await service.probe();
console.log(`ids read: ${megabytes(before.rss)}, longest stall ${Math.round(before.stall)} ms`);

function next(number: number): Kind {
  if (number < all.length) return all[number] as Kind;
  let at = random() * total;
  return all.find(({ weight }) => (at -= weight) < 0) ?? (all[0] as Kind);
}

function variablesOf({ name, type }: Kind): object {
  if (type !== undefined) return { id: pick(ids.get(type) as string[]) };
  try {
    return JSON.parse(readFileSync(new URL(name.replace('.graphql', '.variables.json'), examples), 'utf8')) as object;
  } catch {
    return {};
  }
}

for (let number = 0; number < count; number++) {
  const kind = next(number);
  const start = performance.now();
  const { errors } = await service.ask(kind.query, variablesOf(kind));
  const time = performance.now() - start;
  const after = await service.probe();
  const of = seen.get(kind.name) ?? { count: 0, cpu: 0, longest: 0, stall: 0, grown: 0, errors: new Set<string>() };
  seen.set(kind.name, of);
  of.count++;
  of.cpu += after.cpu - before.cpu;
  of.longest = Math.max(of.longest, time);
  of.stall = Math.max(of.stall, after.stall);
  of.grown += after.rss - before.rss;
  for (const { extensions, message } of errors ?? []) of.errors.add(`${extensions.code} ${message}`.slice(0, 80));
  before = after;
  if ((number + 1) % Math.ceil(count / 10) === 0 || number === all.length)
    console.log(`${number + 1} queries: ${megabytes(before.rss)}, heap ${megabytes(before.heapUsed)}`);
}
for (const [name, { count: times, cpu, longest, stall, grown, errors }] of seen)
  console.log(
    `  ${name.padEnd(32)} ${String(times).padStart(6)}  cpu ${(cpu / times / 1000).toFixed(1)} ms  longest ${Math.round(longest)} ms  stall ${Math.round(stall)} ms  grown ${megabytes(grown)} ${[...errors].join('; ')}`,
  );
console.log(
  `after ${count} queries: ${megabytes(before.rss)}, cpu ${((before.cpu - ready.cpu) / count / 1000).toFixed(2)} ms a query, ${(before.rss / ready.rss).toFixed(2)} × ready`,
);
await service.stop();
if (!process.argv[2]) rmSync(folder, { recursive: true });
