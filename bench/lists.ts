/** What counting, facets and filters of long lists take in the embedded engine: `npx tsx bench/lists.ts [count]`. */
import { statementsOf, type Change } from '../src/graph/stored/changeset.js';
import { EmbeddedGraph } from '../src/graph/embedded/embedded-graph.js';
import type { Filter } from '../src/graph/lists/filter/filter.js';
import { Loaders } from '../src/graph/loaders/loaders.js';
import type { Label } from '../src/model/model.js';

const count = Number(process.argv[2] ?? 100_000);
const runs = 7;
const kinds = ['NOTICE', 'PLAN', 'LAW', 'CONTROL', 'OTHER'];
const numbers = Array.from({ length: count }, (_, number) => number);

const entity = (id: string, label: Label, number: number, properties: Record<string, string> = {}) => ({
  id,
  label,
  names: [{ value: `${label} ${number}`, lang: 'en', kind: 'PREFERRED' as const }],
  codes: [{ scheme: 'N', value: String(number) }],
  identifiers: [],
  properties,
});
const relation = (type: 'PART_OF' | 'COVERS', from: string, to: string) => ({
  id: `relation:${type} ${from} ${to}`,
  type,
  from,
  to,
  attributes: {},
  days: {},
  claimIds: [],
});

/** A tree of regions in which each has ten parts, and as many policies that cover one each. */
function change(): Change {
  const region = (number: number) => `region:n${number}`;
  return {
    changeset: {
      id: 'changeset:bench',
      author: 'bench',
      reason: 'lists',
      origin: 'bench',
      recordedAt: '2025-01-01T00:00:00.000Z',
    },
    entities: [
      ...numbers.map((number) => entity(region(number), 'Region', number, { level: number < 11 ? 'PROVINCE' : 'COUNTY' })),
      ...numbers.map((number) =>
        entity(`policy:n${number}`, 'Policy', number, {
          kind: kinds[number % 5] as string,
          announcedOn: `20${10 + (number % 15)}-01`,
        }),
      ),
    ],
    claims: [],
    observations: [],
    retractedClaims: [],
    removedRelations: [],
    addedRelations: [
      ...numbers.slice(1).map((number) => relation('PART_OF', region(number), region(Math.floor((number - 1) / 10)))),
      ...numbers.map((number) => relation('COVERS', `policy:n${number}`, region(number))),
    ],
  };
}

async function report(what: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  let [stall, last] = [0, performance.now()];
  const watch = setInterval(() => {
    stall = Math.max(stall, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  const before = process.memoryUsage().rss;
  let result: unknown;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    result = await work();
    times.push(performance.now() - start);
  }
  clearInterval(watch);
  const median = times.sort((a, b) => a - b)[Math.floor(runs / 2)] as number;
  const grown = (process.memoryUsage().rss - before) / 2 ** 20;
  console.log(
    `${what}: ${median.toFixed(1)} ms, longest stall ${stall.toFixed(0)} ms, ${grown.toFixed(0)} MB more; ${JSON.stringify(result).slice(0, 60)}`,
  );
}

const graph = await EmbeddedGraph.open(':memory:');
await graph.prepare();
for (const statement of statementsOf(change())) await graph.write([statement]);
const order = { property: 'name', direction: 'ASC' } as const;
const list = (label: Label, where?: Filter) =>
  new Loaders(graph, { on: '2025-01-01', knownAt: '9999' }).lists.all(label, { first: 20, where, order });
const covering = (reach?: 'CONTAINED') => {
  const way = { types: ['COVERS'], direction: 'in', targets: ['Policy'] } as const;
  return new Loaders(graph, { on: '2025-01-01', knownAt: '9999' }).relations.related('region:n0', way, {
    first: 20,
    order,
    reach,
  });
};

console.log(`${count.toLocaleString('en')} regions, as many policies`);
await report('a page of policies', () => list('Policy').page());
await report('totalCount of policies', () => list('Policy').totalCount());
await report('a facet by kind', () => list('Policy').table('KIND'));
await report('a facet by year', () => list('Policy').table('ANNOUNCED_YEAR'));
await report('a filter of names', () => list('Policy', { name: { contains: '99' } }).totalCount());
await report('policies that cover one region', () => list('Policy', { covers: 'region:n7' }).totalCount());
await report('regions within one of 10 parts', () => list('Region', { within: 'region:n5000' }).totalCount());
await report('regions within one of all parts', () => list('Region', { within: 'region:n0' }).totalCount());
await report('a page of the regions within all parts', () => list('Region', { within: 'region:n0' }).page());
const fifty = Array.from({ length: 50 }, (_, number) => ({ within: `region:n${number + 5000}` }));
await report('regions within any of 50', () => list('Region', { or: fifty }).totalCount());
await report('regions not within one', () => list('Region', { not: { within: 'region:n5000' } }).totalCount());
await report('50 lists, each within a region', () => Promise.all(fifty.map((where) => list('Region', where).page())));
await report('a page of the policies inside region 0', () => covering('CONTAINED').page());
await report('totalCount of the policies inside region 0', () => covering('CONTAINED').totalCount());
await report('a facet of the policies inside region 0', () => covering('CONTAINED').table('KIND'));
await graph.close();
