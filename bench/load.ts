/**
 * How fast a file is imported, and in how much memory, against writing the same nodes and edges bare, by the fastest calls that the engine has and
 * with nothing checked: `npx tsx bench/load.ts [FILE [MAPPING]]`, for generated policies where no file is named. With NEO4J_TEST_URI set on that
 * Neo4j, whose data it deletes (`node scripts/neo4j.mjs --run "npx tsx bench/load.ts"` starts one), else on the embedded engine. `npm run build` first.
 */
import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { GrafeoDB } from '@grafeo-db/js';
import { importFiles } from '../src/commands/import.js';
import { openDatabase } from '../src/graph/embedded/open.js';
import { groupBy } from '../src/graph/group-by.js';
import type { Graph } from '../src/graph/port.js';
import type { Statement } from '../src/graph/query.js';
import { loadBuiltIn } from '../src/import/built-in.js';
import { openGraph } from '../src/open-graph.js';
import { parseSettings, type Settings } from '../src/settings/settings.js';

const generated = 20_000;
const runs = 3;
/** Nodes or edges of a statement that writes them bare. */
const together = 10_000;

interface BareNode {
  readonly node: number;
  readonly labels: readonly string[];
  readonly properties: object;
}

interface BareEdge {
  readonly from: number;
  readonly to: number;
  readonly type: string;
  readonly properties: object;
}

interface Measured {
  readonly seconds: number;
  /** Of processor time, which a busy machine changes less. On Neo4j that of this side only. */
  readonly processor: number;
  /** In MB. */
  readonly peak: number;
  /** Nodes and edges. */
  readonly elements: number;
}

const statement = <Row>(text: string, parameters = {}): Statement<Row> => ({ name: 'bench', text, parameters });

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function countOf(graph: Graph): Promise<number> {
  const [nodes] = await graph.read(statement<{ count: number }>('MATCH (node) RETURN count(node) AS count'));
  const [edges] = await graph.read(statement<{ count: number }>('MATCH ()-[edge]->() RETURN count(edge) AS count'));
  return (nodes?.count ?? 0) + (edges?.count ?? 0);
}

/** A part after the other: Neo4j keeps what a transaction does in memory. */
async function emptied(graph: Graph): Promise<void> {
  while ((await countOf(graph)) > 0)
    await graph.write([statement('MATCH (node) WITH node LIMIT $together DETACH DELETE node', { together })]);
}

async function imported(settings: Settings, file: string, mapping: string | undefined): Promise<Omit<Measured, 'peak'>> {
  const opened = await openGraph(settings);
  if (settings.neo4j !== undefined) await emptied(opened);
  await opened.prepare();
  await loadBuiltIn(opened, () => undefined);
  const before = await countOf(opened);
  await opened.close();
  const [started, processor] = [performance.now(), processorTime()];
  const { ok, lines } = await importFiles(
    settings,
    [file],
    { mapping, dryRun: false, keepGood: false, match: false, batch: 1_000 },
    process.stdin,
  );
  const seconds = (performance.now() - started) / 1000;
  const used = processorTime() - processor;
  if (!ok) throw new Error(lines.slice(0, 5).join('\n'));
  const graph = await openGraph(settings);
  const elements = (await countOf(graph)) - before;
  await graph.close();
  return { seconds, processor: used, elements };
}

/** Writes all that the graph holds to a file, a node or an edge a line, nodes first. */
async function dump(settings: Settings, path: string): Promise<void> {
  const graph = await openGraph(settings);
  const pages = async function* (): AsyncGenerator<string> {
    const nodes = 'MATCH (node) RETURN id(node) AS node, labels(node) AS labels, properties(node) AS properties';
    const edges =
      'MATCH (from)-[edge]->(to) RETURN id(from) AS from, id(to) AS to, type(edge) AS type, properties(edge) AS properties';
    for (const text of [nodes, edges])
      for (const row of await graph.read(statement<BareNode | BareEdge>(text))) yield `${JSON.stringify(row)}\n`;
  };
  await pipeline(pages, createWriteStream(path));
  await graph.close();
}

async function* rowsOf(path: string): AsyncGenerator<(BareNode | BareEdge)[]> {
  let rows: (BareNode | BareEdge)[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    rows.push(JSON.parse(line) as BareNode | BareEdge);
    if (rows.length < together) continue;
    yield rows;
    rows = [];
  }
  yield rows;
}

const isNode = (row: BareNode | BareEdge): row is BareNode => 'node' in row;
const isEdge = (row: BareNode | BareEdge): row is BareEdge => 'type' in row;

/** By the embedded engine's own calls, which take part in no transaction. */
class BareCalls {
  private readonly ids = new Map<number, number>();
  constructor(private readonly database: GrafeoDB) {}

  async write(rows: readonly (BareNode | BareEdge)[]): Promise<void> {
    for (const row of rows) {
      if (isNode(row)) this.ids.set(row.node, this.database.createNode([...row.labels], row.properties).id);
      else this.database.createEdge(this.ids.get(row.from) ?? 0, this.ids.get(row.to) ?? 0, row.type, row.properties);
    }
  }

  async end(): Promise<void> {
    this.database.close();
  }
}

/** By statements of many nodes or edges each, as Neo4j's manual advises for loads into a database that runs. */
class BareStatements {
  constructor(private readonly graph: Graph) {}

  async begin(): Promise<void> {
    await emptied(this.graph);
    await this.graph.write([statement('CREATE INDEX bare IF NOT EXISTS FOR (node:Bare) ON (node.bare)')]);
  }

  async write(rows: readonly (BareNode | BareEdge)[]): Promise<void> {
    const nodes = groupBy(rows.filter(isNode), ({ labels }) => labels.join(':'));
    for (const [labels, list] of nodes)
      await this.graph.write([
        statement(`UNWIND $list AS row CREATE (node:Bare:${labels}) SET node = row.properties, node.bare = row.node`, { list }),
      ]);
    const edges = groupBy(rows.filter(isEdge), ({ type }) => type);
    for (const [type, list] of edges)
      await this.graph.write([
        statement(
          `UNWIND $list AS row MATCH (from:Bare {bare: row.from}), (to:Bare {bare: row.to})
           CREATE (from)-[edge:${type}]->(to) SET edge = row.properties`,
          { list },
        ),
      ]);
  }

  async end(): Promise<void> {
    await this.graph.write([statement('DROP INDEX bare')]);
    await this.graph.close();
  }
}

async function bare(settings: Settings, path: string): Promise<Omit<Measured, 'peak'>> {
  const writer = await bareWriter(settings);
  let [seconds, processor, elements] = [0, 0, 0];
  const timed = async (work: () => Promise<void>) => {
    const [started, before] = [performance.now(), processorTime()];
    await work();
    seconds += (performance.now() - started) / 1000;
    processor += processorTime() - before;
  };
  for await (const rows of rowsOf(path)) {
    await timed(() => writer.write(rows));
    elements += rows.length;
  }
  await timed(() => writer.end());
  return { seconds, processor, elements };
}

async function bareWriter(settings: Settings): Promise<BareCalls | BareStatements> {
  if (settings.neo4j === undefined) return new BareCalls(await openDatabase(join(settings.data, 'bare.grafeo')));
  const writer = new BareStatements(await openGraph(settings));
  await writer.begin();
  return writer;
}

function policies(path: string): void {
  const evidence = [{ document: 'document:register', record: '1', summary: 'The register lists it.' }];
  const entity = (id: string, value: string) => ({ type: 'entity', id, names: [{ value, lang: 'en' }] });
  const agencies = Array.from({ length: 50 }, (_, number) => entity(`agency:bench-${number}`, `Bureau ${number}`));
  const lines = Array.from({ length: generated }, (_, number) => {
    const subject = `policy:bench-${number}`;
    const day = `20${10 + (number % 15)}-0${1 + (number % 9)}-${10 + (number % 19)}`;
    return [
      entity(subject, `Notice ${number} on the orderly growth of trade in kind ${number % 97}`),
      { type: 'claim', subject, predicate: 'announcedOn', value: day, evidence },
      {
        type: 'claim',
        subject: `agency:bench-${number % 50}`,
        predicate: 'ISSUED',
        object: subject,
        attributes: { role: 'ANNOUNCED' },
        evidence,
      },
    ];
  });
  const all = [{ type: 'entity', id: 'document:register', title: 'The register' }, ...agencies, ...lines.flat()];
  writeFileSync(path, all.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** A process of its own for each, so that none has the memory of another. */
async function inProcess(folder: string, ...words: readonly string[]): Promise<Measured> {
  const { NEO4J_TEST_URI, NEO4J_TEST_USER, NEO4J_TEST_PASSWORD } = process.env;
  const neo4j =
    NEO4J_TEST_URI === undefined
      ? {}
      : { NEO4J_URI: NEO4J_TEST_URI, NEO4J_USER: NEO4J_TEST_USER, NEO4J_PASSWORD: NEO4J_TEST_PASSWORD };
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), ...words], {
    env: { ...process.env, ...neo4j, POLICYGRAPH_DATA: folder, BENCH_PART: '1' },
  });
  return JSON.parse(stdout) as Measured;
}

async function part([what, path = '', mapping]: readonly string[]): Promise<void> {
  const settings = parseSettings(process.env);
  if (what === 'dump') await dump(settings, path);
  const measured =
    what === 'import' ? await imported(settings, path, mapping) : what === 'bare' ? await bare(settings, path) : {};
  console.log(JSON.stringify({ ...measured, peak: process.resourceUsage().maxRSS / 1024 }));
}

async function main([given, mapping]: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'policygraph-bench-'));
  try {
    const file = given ?? join(folder, 'policies.jsonl');
    if (given === undefined) policies(file);
    const ratios: number[] = [];
    for (let run = 1; run <= runs; run += 1) {
      const data = join(folder, String(run));
      const rows = join(folder, 'rows.jsonl');
      const load = await inProcess(data, 'import', file, ...(mapping === undefined ? [] : [mapping]));
      await inProcess(data, 'dump', rows);
      const limit = await inProcess(data, 'bare', rows);
      const speed = ({ elements, seconds, processor, peak }: Measured) =>
        `${elements.toLocaleString('en')} nodes and edges in ${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processor), ${Math.round(elements / seconds).toLocaleString('en')} a second, peak ${peak.toFixed(0)} MB`;
      ratios.push(load.elements / load.processor / (limit.elements / limit.processor));
      console.log(`run ${run}: import ${speed(load)}; bare ${speed(limit)}`);
    }
    console.log(
      `an import has ${(100 * (ratios.toSorted((one, other) => one - other)[1] ?? 0)).toFixed(0)} % of the bare rate, by processor time (median of ${runs})`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.env['BENCH_PART'] === undefined) await main(process.argv.slice(2));
else await part(process.argv.slice(2));
