/** `npm run bench`: the servers beside one another. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findAnchors } from '../anchors.js';
import type { Options } from '../options.js';
import { runNode } from '../processes.js';
import { out } from '../product.js';
import type { Recording } from '../recording.js';
import {
  bodyOf,
  isAvailable,
  post,
  serverKinds,
  startServer,
  stopServer,
  type Places,
  type Server,
  type ServerKind,
} from '../servers.js';
import type { Anchors, Shape } from '../shapes/shape.js';
import { shapes } from '../shapes/shapes.js';
import { openStores, type Stores } from '../stores/stores.js';
import { Traffic } from '../traffic/traffic.js';
import { mustAnswerAlike } from './answers.js';
import { measure, type Measured } from './measure.js';
import { ComparisonReport } from './report.js';

const say = (text: string) => console.error(text);
/** Page 100 of s5. */
const skipped = 1980;

export async function compare(options: Options): Promise<void> {
  const chosen = shapes.filter(({ id }) => options.shapes.includes(id));
  const stores = await openStores(options.data);
  const places = placesOf(stores);
  const servers: Server[] = [];
  const start = async (kind: ServerKind, request: string) => {
    servers.push(await startServer(kind, kind.command(places), request));
  };
  const reference = serverKinds[0] as ServerKind;
  await start(reference, JSON.stringify({ query: '{ __typename }' }));
  const anchors = await anchorsOf(servers[0] as Server);
  const statements = await record(places);
  for (const kind of kindsOf(options)) if (kind !== reference) await start(kind, bodyOf(kind, shapes[0] as Shape, anchors));
  say('Comparing answers …');
  const answering = servers.filter(({ kind }) => kind.name !== 'SE');
  await mustAnswerAlike(answering, chosen, anchors);
  const measured = await rounds(servers, chosen, { anchors, neo4j: stores.neo4j.pid }, options);
  await Promise.all(servers.map(stopServer));
  await stores.neo4j.stop();
  write(new ComparisonReport(measured, statements), measured, servers, stores);
}

function kindsOf({ servers }: Options): readonly ServerKind[] {
  const kinds = serverKinds.filter(({ name }) => servers.includes(name));
  for (const kind of kinds) if (!isAvailable(kind)) say(`${kind.name} is left out: this version has no setting ${kind.setting}.`);
  return kinds.filter(isAvailable);
}

const placesOf = ({ neo4j, embedded }: Stores): Places => ({
  neo4j: neo4j.env,
  embedded,
  copy: `${embedded}-copy`,
  recordings: join(out, 'statements-embedded.json'),
  keys: join(out, 'keys'),
});

async function anchorsOf(server: Server): Promise<Anchors> {
  const ask = async (query: string, variables: object) => (await post(server.url, JSON.stringify({ query, variables }))).data;
  const anchors = await findAnchors(ask, skipped);
  writeFileSync(join(out, 'anchors.json'), JSON.stringify(anchors));
  return anchors;
}

/** Records the statements of both engines; gives how many P runs for each shape. */
async function record({ neo4j, embedded, copy, recordings, keys }: Places): Promise<ReadonlyMap<string, number>> {
  say('Recording statements …');
  const file = join(out, 'statements-neo4j.json');
  const script = (to: string) => ['--import', 'tsx', 'bench/recording.ts', to, join(out, 'anchors.json')];
  await runNode('recording', { args: script(file), env: { ...neo4j, POLICYGRAPH_DATA: keys } });
  await runNode('recording', { args: script(recordings), env: { NEO4J_URI: '', POLICYGRAPH_DATA: embedded } });
  rmSync(copy, { recursive: true, force: true });
  cpSync(embedded, copy, { recursive: true });
  const recorded = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Recording>;
  return new Map(Object.entries(recorded).map(([shape, { waves }]) => [shape, waves.flat().length]));
}

/** In each round every shape goes to one server after another; the next round begins with the next server. */
async function rounds(
  servers: readonly Server[],
  chosen: readonly Shape[],
  context: { readonly anchors: Anchors; readonly neo4j: number | undefined },
  { rounds: count, seconds, warm, connections }: Options,
): Promise<Measured[]> {
  const traffic = new Traffic();
  const measured: Measured[] = [];
  for (const shape of chosen)
    for (const server of servers) await measure(server, shape, 4, { ...context, traffic, seconds: warm });
  for (let round = 0; round < count; round += 1)
    for (const shape of chosen) {
      say(`Round ${round + 1} of ${count}: ${shape.id} …`);
      for (const number of connections)
        for (const index of servers.keys()) {
          const server = servers[(index + round) % servers.length] as Server;
          measured.push(await measure(server, shape, number, { ...context, traffic, seconds }));
        }
    }
  traffic.close();
  return measured;
}

function write(report: ComparisonReport, measured: readonly Measured[], servers: readonly Server[], { source }: Stores): void {
  const failures = measured.filter((run) => run.failures > 0);
  const heads = [
    '# PolicyGraph beside its alternatives',
    `32,147 ${source} policies. ${servers.map(({ kind: { name, title } }) => `${name}: ${title}`).join('; ')}.`,
    ...failures.map((run) => `${run.failures} requests of ${run.shape} to ${run.server} failed.`),
  ];
  writeFileSync(join(out, 'results.json'), JSON.stringify(measured));
  writeFileSync(join(out, 'report.md'), `${[...heads, report.text()].join('\n\n')}\n`);
  console.log(report.ratioTable());
  console.log(`\nAll tables: bench/out/report.md`);
}
