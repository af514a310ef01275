/** Upgrades that are killed during a batch, and continue in the next run. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EmbeddedGraph, graphFile } from '../../src/graph/embedded/embedded-graph.js';
import { markPath } from '../../src/graph/embedded/integrity/mark.js';
import { modelVersion } from '../../src/graph/model-version.js';
import { Neo4jGraph } from '../../src/graph/neo4j/neo4j-graph.js';
import { policygraph } from '../support/cli.js';
import { engines, neo4jEnvironment, neo4jSettings } from '../support/engines.js';
import { comparable } from './comparable.js';
import { dumpOf, fill, type Dump } from './dump.js';
import { madeToday, putFile, storeNamed } from './stores.js';

const script = fileURLToPath(new URL('upgrade-slowly.ts', import.meta.url));

describe.each(engines)('an upgrade that is killed, $name', ({ name, empty }) => {
  const isEmbedded = name === 'embedded';
  let folder: string;
  let settings: Readonly<Record<string, string>>;
  let today: Dump;

  beforeAll(async () => {
    today = await madeToday();
  });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'policygraph-upgrade-'));
    settings = isEmbedded ? { POLICYGRAPH_DATA: folder } : neo4jEnvironment;
    if (isEmbedded) return putFile('1', folder);
    const graph = await empty();
    await fill(graph, storeNamed('1'));
    await graph.close();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([0, 1, 7, 16, 30, 45])('after %i batches goes on at the next run', { timeout: 60_000 }, async (batches) => {
    await killedAfter(batches);
    const { code, out } = await policygraph(['migrate'], { settings });
    expect(code).toBe(0);
    expect(out).toMatch(/^Upgraded from model version [12] /);
    expect(comparable(await held())).toEqual(comparable(today));
    if (isEmbedded) expect(await held(`${graphFile}.before-v${modelVersion}`)).toEqual(storeNamed('1'));
  });

  /** SIGKILL during the next batch. */
  async function killedAfter(batches: number): Promise<void> {
    const env = { ...process.env, ...settings };
    const child = spawn(process.execPath, ['--import', 'tsx', script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'close');
    let lines = 0;
    for await (const _ of createInterface({ input: child.stdout })) if (lines++ === batches) child.kill('SIGKILL');
    expect((await ended)[1]).toBe('SIGKILL');
  }

  /** What the graph holds, or a copy of it. */
  async function held(copy?: string): Promise<Dump> {
    if (copy !== undefined) {
      renameSync(join(folder, copy), join(folder, graphFile));
      rmSync(markPath(join(folder, graphFile))); // as docs/upgrade.md says
    }
    const graph = isEmbedded ? await EmbeddedGraph.open(folder) : await Neo4jGraph.open(neo4jSettings);
    const dump = await dumpOf(graph);
    await graph.close();
    return dump;
  }
});
