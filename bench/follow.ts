/**
 * Whether two instances on one Neo4j each deliver every change once and in order: `npx tsx bench/follow.ts [count]` with NEO4J_TEST_URI set, whose
 * data it deletes; `node scripts/neo4j.mjs --run "npx tsx bench/follow.ts"` starts one for it. One more subscriber is stopped and resumed all the while.
 */
import { createClient } from 'graphql-ws';
import { pino } from 'pino';
import { WebSocket } from 'ws';
import { applyChangeset } from '../src/changesets/apply.js';
import { emptyRequest, type ChangeRequest } from '../src/changesets/change-request.js';
import { ChangeLog, cursorOf } from '../src/changesets/log.js';
import { Neo4jGraph } from '../src/graph/neo4j/neo4j-graph.js';
import type { Graph } from '../src/graph/port.js';
import { createApp } from '../src/server/app.js';

const count = Number(process.argv[2] ?? 10_000);
/** Entities of one changeset: each is a change. */
const together = 10;
/** After so many changes the third subscriber is stopped, and resumed from its cursor. */
const stopAfter = 97;

const settings = {
  uri: process.env['NEO4J_TEST_URI'] ?? '',
  user: process.env['NEO4J_TEST_USER'] ?? 'neo4j',
  password: process.env['NEO4J_TEST_PASSWORD'] ?? '',
};

const draftOf = (id: string, ids: readonly string[]): ChangeRequest => ({
  ...emptyRequest,
  id,
  author: 'bench',
  reason: 'To be followed',
  origin: 'bench',
  entities: ids.map((entity) => ({
    item: { id: entity, names: [{ value: `Name of ${entity}`, lang: 'en' }] },
    problem: (at, message) => ({ file: at.join('.'), value: undefined, message }),
  })),
});

interface Told {
  readonly id: string;
  readonly cursor: string;
}

/** The next changes of a subscription of its own, at most so many, ended after the last. */
async function follow(url: string, since: string, most: number, told: (change: Told) => void): Promise<void> {
  const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
  const query = 'subscription ($since: String) { changes(since: $since) { id cursor node { id } } }';
  let taken = 0;
  for await (const { data, errors } of client.iterate<{ changes: Told }>({ query, variables: { since } })) {
    if (errors !== undefined || data == null) throw new Error(JSON.stringify(errors));
    told(data.changes);
    if (++taken === most) break;
  }
  await client.dispose();
}

/** Writes half of all through one instance, and gives the ids in the order in which they landed. */
async function write(graph: Graph, name: string): Promise<string[]> {
  const written: string[] = [];
  while (written.length < count / 2) {
    const ids = Array.from({ length: together }, (_, number) => `person:${name}-${written.length + number}`);
    await applyChangeset(graph, draftOf(`changeset:${name}-${written.length}`, ids));
    written.push(...ids);
  }
  return written;
}

function mustBe(right: boolean, what: string): void {
  console.log(`${right ? 'yes' : 'NO '}  ${what}`);
  if (!right) process.exitCode = 1;
}

const graphs = [await Neo4jGraph.open(settings), await Neo4jGraph.open(settings)] as const;
await graphs[0].write([{ name: 'bench', text: 'MATCH (node) DETACH DELETE node', parameters: {} }]);
await graphs[0].prepare();
const apps = await Promise.all(graphs.map((graph) => createApp({ graph }, { logger: pino({ level: 'warn' }) })));
const urls = await Promise.all(apps.map(async (app) => `${(await app.listen({ port: 0 })).replace('http', 'ws')}/graphql`));
const start = cursorOf(await new ChangeLog(graphs[0]).end());

const began = performance.now();
const seconds = () => `${((performance.now() - began) / 1_000).toFixed(1)} s`;
const writing = Promise.all(graphs.map((graph, number) => write(graph, String(number)))).then((written) => {
  console.log(`${count} changes in ${count / together} changesets written through two instances after ${seconds()}`);
  return written;
});
const through = urls.map(async (url) => {
  const told: string[] = [];
  await follow(url, start, count, ({ id }) => told.push(id));
  console.log(`all ${count} delivered by one after ${seconds()}`);
  return told;
});
const resumed = (async () => {
  const told: string[] = [];
  let [since, stops] = [start, -1];
  for (; told.length < count; stops++)
    await follow(urls[stops & 1] ?? '', since, Math.min(stopAfter, count - told.length), ({ id, cursor }) => {
      told.push(id);
      since = cursor;
    });
  console.log(
    `all ${count} delivered to one that was stopped ${stops} times, and went on at the other instance, after ${seconds()}`,
  );
  return told;
})();

const [written, [one = [], two = []], three] = await Promise.all([writing, Promise.all(through), resumed]);
const all = written.flat();
const once = new Set(one);
mustBe(one.length === count && once.size === count && all.every((id) => once.has(id)), 'everything once');
mustBe(
  written.every((ids, number) => one.filter((id) => id.startsWith(`person:${number}-`)).join() === ids.join()),
  'in the order of each writer',
);
mustBe(one.join() === two.join(), 'the same through both instances');
mustBe(one.join() === three.join(), 'the same to the one that was stopped and resumed');
await Promise.all(apps.map((app) => app.close()));
await Promise.all(graphs.map((graph) => graph.close()));
