/**
 * What search by meaning takes in a graph of many entities, on both engines: `npx tsx bench/meaning-size.ts [--entities 75000] [--rounds 9] [--engine embedded]`.
 * The model is a script, which takes next to no time. Searches by words, by meaning, and by both are sent in turns. Needs Linux, and Java and Maven for Neo4j.
 */
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { EmbeddedGraph } from '../src/graph/embedded/embedded-graph.js';
import { Neo4jGraph } from '../src/graph/neo4j/neo4j-graph.js';
import { addPolicies } from './meaning/entities.js';
import { startEndpoint } from './meaning/endpoint.js';
import { processorTime, residentMemory } from './processes.js';
import { out, startArguments } from './product.js';
import { post, serverKinds, startServer, stopServer, type Server } from './servers.js';
import { digits, median, percentile, table } from './statistics.js';
import { startNeo4j } from './stores/neo4j.js';

const { values } = parseArgs({
  options: {
    entities: { type: 'string', default: '75000' },
    rounds: { type: 'string', default: '9' },
    engine: { type: 'string', default: 'embedded,neo4j' },
  },
});
const [entities, rounds] = [Number(values.entities), Number(values.rounds)];
const each = 20;
const ways = { words: '[WORDS]', meaning: '[MEANING]', both: '[WORDS, MEANING]' };
const model = { POLICYGRAPH_EMBEDDINGS_URL: await startEndpoint(), POLICYGRAPH_EMBEDDINGS_MODEL: 'scripted' };
const say = (text: string) => console.error(text);

async function startOn(env: Readonly<Record<string, string>>): Promise<Server> {
  const kind = serverKinds.find(({ name }) => name === 'E') as (typeof serverKinds)[number];
  const command = { args: startArguments(), env: { POLICYGRAPH_CACHE: '0', ...env } };
  return startServer(kind, command, JSON.stringify({ query: '{ graph { dataVersion } }' }));
}

const searchOf = (query: string, by: string) =>
  JSON.stringify({
    query: `{ search(query: ${JSON.stringify(query)}, by: ${by}, first: 10) { meaning edges { node { id } } } }`,
  });

/** Seconds until meaning is used. */
async function indexed({ url }: Server): Promise<number> {
  const began = performance.now();
  for (let number = 0; ; number++) {
    const { data } = await post(url, searchOf(`a question ${number}`, '[MEANING]'));
    if (data?.search.meaning === 'USED') return (performance.now() - began) / 1_000;
    await sleep(250);
  }
}

interface Sample {
  readonly times: number[];
  readonly service: number[];
  readonly store: number[];
}

/** Each question is one that was not asked before: the model is asked too. */
async function measured({ url, pid }: Server, neo4j: number | undefined): Promise<Readonly<Record<string, Sample>>> {
  const samples = Object.fromEntries(Object.keys(ways).map((way) => [way, { times: [], service: [], store: [] } as Sample]));
  let number = 0;
  for (let round = -2; round < rounds; round++)
    for (const [way, by] of round % 2 === 0 ? Object.entries(ways) : Object.entries(ways).toReversed()) {
      const before = [processorTime(pid), processorTime(neo4j)] as const;
      const times: number[] = [];
      for (let asked = 0; asked < each; asked++) {
        const began = performance.now();
        await post(url, searchOf(`quay ${number++} levy`, by));
        times.push(performance.now() - began);
      }
      if (round < 0) continue;
      samples[way]?.times.push(...times);
      samples[way]?.service.push((processorTime(pid) - before[0]) / each);
      samples[way]?.store.push((processorTime(neo4j) - before[1]) / each);
    }
  return samples;
}

async function report(engine: string, env: Readonly<Record<string, string>>, neo4j?: number): Promise<string> {
  await stopServer(await startOn(env)); // which loads the built-in data
  const plain = await startOn(env);
  await post(plain.url, searchOf('quay levy', '[WORDS]'));
  const without = residentMemory(plain.pid);
  await stopServer(plain);
  const server = await startOn({ ...env, ...model });
  const time = await indexed(server);
  const samples = await measured(server, neo4j);
  const rows = Object.entries(samples).map(([way, { times, service, store }]) => [
    `${engine}, ${way}`,
    digits(percentile(times, 0.5)),
    digits(percentile(times, 0.95)),
    digits(median(service)),
    digits(median(store)),
  ]);
  const memory = `${engine}: embedded in ${time.toFixed(0)} s; memory of the service ${without.toFixed(0)} MB without a model, ${residentMemory(server.pid).toFixed(0)} MB with it.`;
  await stopServer(server);
  return `${memory}\n\n${table(['search', 'p50, ms', 'p95, ms', 'processor time of the service, ms', 'of Neo4j, ms'], rows)}`;
}

const folder = join(out, 'meaning-size');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
if (values.engine.includes('embedded')) {
  say('Writing the embedded graph …');
  const data = join(folder, 'embedded');
  const graph = await EmbeddedGraph.open(data);
  await graph.prepare();
  await addPolicies(graph, entities);
  await graph.close();
  console.log(await report('embedded', { NEO4J_URI: '', POLICYGRAPH_DATA: data }));
  console.log(`The file of vectors has ${(statSync(join(data, 'graph.vectors')).size / 1e6).toFixed(0)} MB.`);
}
if (values.engine.includes('neo4j')) {
  say('Starting Neo4j …');
  const neo4j = await startNeo4j(join(folder, 'neo4j'), ['--heap', '1g', '--cache', '1g'], 'meaning-size-neo4j');
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password } = neo4j.env;
  const graph = await Neo4jGraph.open({ uri, user, password, database: undefined });
  await graph.prepare();
  await addPolicies(graph, entities);
  await graph.close();
  console.log(await report('Neo4j', { ...neo4j.env, POLICYGRAPH_DATA: join(folder, 'keys') }, neo4j.pid));
  await neo4j.stop();
}
rmSync(folder, { recursive: true, force: true });
process.exit(0);
