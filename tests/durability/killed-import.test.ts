/** Imports that are killed at random moments: what landed is whole, and the next run goes on to the end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { checkGraph } from '../../src/graph/inference/check.js';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import { Neo4jGraph } from '../../src/graph/neo4j/neo4j-graph.js';
import type { Graph } from '../../src/graph/port.js';
import type { Statement } from '../../src/graph/query.js';
import { engines, neo4jEnvironment, neo4jSettings } from '../support/engines.js';
import { times } from '../support/long-runs.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const kills = times(3, 100);
/** The records of a batch: few, so that most kills come between the first batch and the last. */
const batch = 10;

const statement = <Row>(text: string, parameters = {}): Statement<Row> => ({ name: 'test', text, parameters });

/** Organizations in China, a claim each. */
function records(round: number, organizations: number): string {
  const evidence = [{ document: 'document:register', record: String(round), summary: 'The register lists it.' }];
  const lines = Array.from({ length: organizations }, (_, number) => {
    const id = `organization:killed-${round}-${number}`;
    return [
      { type: 'entity', id, names: [{ value: `Firm ${round}/${number}`, lang: 'en' }] },
      { type: 'claim', subject: id, predicate: 'LOCATED_IN', object: 'region:CN', evidence },
    ];
  });
  const document = { type: 'entity', id: 'document:register', title: 'The register' };
  return [document, ...lines.flat()].map((line) => `${JSON.stringify(line)}\n`).join('');
}

describe.each(engines)('an import that is killed, $name', ({ name, builtIn }) => {
  const organizations = name === 'embedded' ? times(100, 500) : 100; // a batch takes some ten times as long over the wire
  let folder: string;
  let settings: Readonly<Record<string, string>>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'policygraph-killed-'));
    if (name === 'embedded') cpSync(inject('builtInGraph'), join(folder, 'graph'), { recursive: true });
    else await (await builtIn()).close();
    settings = name === 'embedded' ? { POLICYGRAPH_DATA: join(folder, 'graph') } : neo4jEnvironment;
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Imports a file; kills that at `moment`, in milliseconds, if it lives as long. Gives how it ended. */
  async function run(file: string, moment?: number): Promise<number | 'SIGKILL'> {
    const child = spawn(process.execPath, ['dist/cli.js', 'import', file, '--batch', String(batch)], {
      cwd: root,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'], ...settings },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const ended = once(child, 'close') as Promise<[number | null, 'SIGKILL']>;
    if (moment !== undefined) void after(moment).then(() => child.kill('SIGKILL'));
    const [code, signal] = await ended;
    if (code !== null && code !== 0) throw new Error(said);
    return code ?? signal;
  }

  const opened = (): Promise<Graph> =>
    name === 'embedded' ? EmbeddedGraph.open(join(folder, 'graph')) : Neo4jGraph.open(neo4jSettings);

  /** What each changeset of a round holds, by its number. */
  async function landed(graph: Graph, round: number): Promise<Map<string, string>> {
    const rows = await graph.read(
      statement<{ id: string; entities: number; claims: number; relations: number }>(
        `MATCH (changeset:Changeset)
         WHERE changeset.origin STARTS WITH $file
         CALL (changeset) { OPTIONAL MATCH (entity:Organization)-[:CHANGED_IN]->(changeset) RETURN count(entity) AS entities }
         CALL (changeset) { OPTIONAL MATCH (claim:Claim)-[:RECORDED_IN]->(changeset) RETURN count(claim) AS claims }
         CALL (changeset) {
           OPTIONAL MATCH (firm:Organization)-[edge:LOCATED_IN]->(:Region) WHERE edge.knownFrom = changeset.recordedAt
           RETURN count(edge) AS relations
         }
         RETURN changeset.id AS id, entities, claims, relations`,
        { file: `round-${round}.jsonl` },
      ),
    );
    return new Map(rows.map(({ id, ...held }) => [id.slice(id.lastIndexOf('-')), JSON.stringify(held)]));
  }

  it(`leaves whole batches ${kills} times, and is finished by the next run`, { timeout: 120_000 + kills * 30_000 }, async () => {
    const seen = async <T>(look: (graph: Graph) => Promise<T>): Promise<T> => {
      const graph = await opened();
      return look(graph).finally(() => graph.close());
    };
    const fileOf = (round: number): string => {
      const file = join(folder, `round-${round}.jsonl`);
      writeFileSync(file, records(round, organizations));
      return file;
    };
    const started = performance.now();
    expect(await run(fileOf(0))).toBe(0);
    let duration = performance.now() - started;
    const clean = await seen((graph) => landed(graph, 0));
    expect(clean.size).toBeGreaterThan((organizations * 2) / batch);

    let [killed, torn] = [0, 0];
    for (let round = 1; killed < kills; round += 1) {
      const file = fileOf(round);
      const before = killed;
      while (killed < kills && (await run(file, Math.random() * duration)) === 'SIGKILL') {
        killed += 1;
        const there = await seen((graph) => landed(graph, round));
        if (there.size > 0 && there.size < clean.size) torn += 1;
        expect(new Map([...clean].filter(([number]) => there.has(number)))).toEqual(there);
      }
      if (before === killed) duration *= 0.9; // it ended first: imports are faster once the machine is warm
      expect(await run(file)).toBe(0);
      expect(await seen((graph) => landed(graph, round))).toEqual(clean);
      expect((await seen(checkGraph)).differences).toEqual([]);
    }
    console.log(`${name}: ${killed} kills, ${torn} of them with some batches written and others not`);
  });
});
