/** Changes whose COMMIT reaches Neo4j while its reply is lost: each must be in the graph once, whatever the client was answered. */
import { applyChangeset } from '../../src/changesets/apply.js';
import { checkGraph } from '../../src/graph/inference/check.js';
import { Neo4jGraph, type Neo4jSettings } from '../../src/graph/neo4j/neo4j-graph.js';
import { world } from '../../tests/changesets/drafts.js';
import { FaultProxy } from '../../tests/support/bolt/fault-proxy.js';
import { serve, type Service } from '../../tests/support/service.js';
import { outcomeOf, tally } from './hung-connections.js';

export interface LostCommits {
  /** Replies to COMMIT that were lost. */
  readonly lost: number;
  readonly changes: number;
  /** Changesets, entities or claims that are in the graph more than once, or not at all. */
  readonly wrong: number;
  /** Of all requests. A client whose change may have landed sends it again under the same id. */
  readonly answers: Readonly<Record<string, number>>;
}

/** As many as the service has connections for writes. */
const writers = 10;

const change = 'mutation ($input: ChangesetInput!) { applyChangeset(input: $input) { outcome } }';

/** Writes until so many replies are lost. The graph must be empty. */
export async function lostCommits(settings: Neo4jSettings, replies: number): Promise<LostCommits> {
  const proxy = await FaultProxy.before(settings.uri);
  const graph = await Neo4jGraph.open({ ...settings, uri: proxy.uri });
  await graph.prepare();
  await applyChangeset(graph, world());
  const service = await serve(graph, { authenticate: async () => ({ id: 'key:editor', role: 'EDITOR' }) });
  proxy.fault = { kind: 'lose-reply', of: 'COMMIT', every: 2 };
  const answers: string[] = [];
  let changes = 0;
  const writer = async () => {
    while (proxy.met < replies) await writeUntilLanded(service, changes++, answers);
  };
  await Promise.all(Array.from({ length: writers }, writer));
  proxy.fault = { kind: 'pass' };
  const wrong = await wrongIn(graph, changes);
  const lost = proxy.met;
  await service.close();
  await graph.close();
  await proxy.close();
  return { lost, changes, wrong, answers: tally(answers) };
}

async function writeUntilLanded(service: Service, number: number, answers: string[]): Promise<void> {
  const id = `person:lost-${number}`;
  const evidence = [{ document: 'document:article', record: '1', summary: 'It says so.' }];
  const input = {
    id: `changeset:lost-${number}`,
    reason: 'The reply is lost.',
    entities: [{ id, names: [{ value: `Person ${number}`, lang: 'en' }] }],
    claims: [{ subject: id, predicate: 'HOLDS_POSITION', object: 'agency:ministry', evidence }],
  };
  for (;;) {
    const answer = await service.ask(change, { input });
    answers.push(answer.json.data?.applyChangeset?.outcome ?? `${outcomeOf(answer)} ${String(writtenOf(answer))}`);
    if (answer.status === 200) return;
  }
}

const writtenOf = ({ json }: Awaited<ReturnType<Service['ask']>>) => json.errors?.[0]?.extensions['written'];

const counted = {
  name: 'counted',
  text: `UNWIND range(0, $changes - 1) AS number
OPTIONAL MATCH (changeset:Changeset {id: 'changeset:lost-' + number})
WITH number, count(changeset) AS changesets
OPTIONAL MATCH (person:Person {id: 'person:lost-' + number})
WITH number, changesets, count(person) AS people
OPTIONAL MATCH (claim:Claim {subject: 'person:lost-' + number})
WITH number, changesets, people, count(claim) AS claims
WHERE changesets <> 1 OR people <> 1 OR claims <> 1
RETURN number AS number`,
};

async function wrongIn(graph: Neo4jGraph, changes: number): Promise<number> {
  const wrong = await graph.read({ ...counted, parameters: { changes } });
  const { differences } = await checkGraph(graph);
  return wrong.length + differences.length;
}
