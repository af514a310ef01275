/** How long a walk takes around a hub of 100,000 relations in the embedded engine: `npx tsx bench/neighbourhood.ts`. */
import { now } from '../src/graph/time/as-of.js';
import { statementsOf, type Change } from '../src/graph/stored/changeset.js';
import { EmbeddedGraph } from '../src/graph/embedded/embedded-graph.js';
import { Loaders } from '../src/graph/loaders/loaders.js';
import type { RelationType } from '../src/model/model.js';

const size = 100_000;
const runs = 15;
const on = '2025-01-01';

const entity = (id: string, label: 'Region' | 'Organization') => ({
  id,
  label,
  names: [{ value: id, lang: 'en', kind: 'PREFERRED' as const }],
  codes: [],
  identifiers: [],
  properties: {},
});
const relation = (type: RelationType, from: string, to: string) => ({
  id: `relation:${type} ${from} ${to}`,
  type,
  from,
  to,
  attributes: {},
  days: {},
  claimIds: [],
});

/** Firms that are all in one region, each of which owns the next but for every hundredth; ten of them also sell to another region. */
function change(): Change {
  const firms = Array.from({ length: size }, (_, number) => `organization:firm-${number}`);
  return {
    changeset: {
      id: 'changeset:bench',
      author: 'bench',
      reason: 'a hub',
      origin: 'bench',
      recordedAt: '2025-01-01T00:00:00.000Z',
    },
    entities: [
      entity('region:hub', 'Region'),
      entity('region:quiet', 'Region'),
      ...firms.map((id) => entity(id, 'Organization')),
    ],
    claims: [],
    observations: [],
    retractedClaims: [],
    removedRelations: [],
    addedRelations: [
      ...firms.map((id) => relation('LOCATED_IN', id, 'region:hub')),
      ...firms.slice(1).flatMap((id, index) => (index % 100 === 0 ? [] : [relation('OWNS', `organization:firm-${index}`, id)])),
      ...firms.slice(0, 10).map((id) => relation('MARKETS_TO', id, 'region:quiet')),
    ],
  };
}

async function median(work: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return `${(times.sort((a, b) => a - b)[Math.floor(runs / 2)] as number).toFixed(1)} ms (slowest ${(times.at(-1) as number).toFixed(1)})`;
}

const graph = await EmbeddedGraph.open(':memory:');
await graph.prepare();
for (const statement of statementsOf(change())) await graph.write([statement]);
const loaders = () => new Loaders(graph, { on, knownAt: now });

const neighbourhoods = [
  ['region:hub', 1, 100],
  ['region:hub', 1, 500],
  ['region:hub', 2, 500],
  ['region:hub', 3, 500],
  ['organization:firm-50', 1, 100],
  ['organization:firm-50', 2, 100],
  ['region:quiet', 3, 500],
] as const;
for (const [root, depth, first] of neighbourhoods) {
  const found = await loaders().walks.neighbourhood({ root, depth, first });
  console.log(
    `neighbourhood of ${root}, depth ${depth}, first ${first}: ${await median(() => loaders().walks.neighbourhood({ root, depth, first }))}; ${found?.nodes.length} nodes, ${found?.relations.length} relations, truncated ${found?.truncated}`,
  );
}
const questions = [
  ['organization:firm-7', 'organization:firm-99950', 2, 1],
  ['organization:firm-7', 'organization:firm-99950', 4, 3],
  ['organization:firm-7', 'organization:firm-99950', 6, 20],
  ['region:hub', 'region:quiet', 4, 3],
] as const;
for (const [from, to, maxHops, first] of questions) {
  const found = await loaders()
    .walks.paths({ from, to, maxHops, first })
    .catch((error: Error) => error.message);
  const gives = typeof found === 'string' ? found : `${found.length} paths of ${found.map(({ hops }) => hops).join(', ')} hops`;
  console.log(
    `paths ${from} → ${to}, maxHops ${maxHops}, first ${first}: ${await median(() =>
      loaders()
        .walks.paths({ from, to, maxHops, first })
        .catch(() => undefined),
    )}; ${gives}`,
  );
}
const hub = await loaders().entities.byId('region:hub');
if (hub !== null) console.log(`timeline of region:hub: ${await median(() => loaders().timelines.of(hub, { first: 50 }).page())}`);
console.log(
  `relations of region:hub, first 20: ${await median(() =>
    loaders()
      .relations.related(
        'region:hub',
        { types: ['LOCATED_IN', 'OWNS'], direction: 'any', targets: [] },
        { first: 20, order: { property: 'name', direction: 'ASC' } },
      )
      .page(),
  )}`,
);
console.log(
  `relations between firm-7 and region:hub: ${await median(() => loaders().walks.between('organization:firm-7', 'region:hub'))}; from the hub: ${await median(() => loaders().walks.between('region:hub', 'organization:firm-7'))}`,
);
await graph.close();
