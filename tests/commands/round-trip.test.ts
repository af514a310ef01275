/** By commands alone: what is exported, imported into an empty graph and exported again is the same, byte for byte. */
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import type { Graph } from '../../src/graph/port.js';
import { builtInFolder } from '../../src/import/built-in.js';
import { importFiles, versionOf } from '../../src/import/files.js';
import { draft } from '../changesets/drafts.js';
import { policygraph } from '../support/cli.js';
import { engines, neo4jEnvironment } from '../support/engines.js';
import { isLong } from '../support/long-runs.js';

const folder = mkdtempSync(join(tmpdir(), 'policygraph-round-trip-'));
const at = (name: string) => join(folder, name);

/** Nothing but the mark that the built-in data were loaded, so that no command loads them. */
async function empty(graph: Graph): Promise<void> {
  await graph.prepare();
  const dataVersion = versionOf(importFiles(builtInFolder));
  await applyChangeset(graph, { ...draft({}), origin: 'built-in', dataVersion });
  await graph.close();
}

/** A line every ten seconds, where a command takes that long. */
const progress = /^.* rows\/s.*\n/gm;

const run = async (settings: Readonly<Record<string, string>>, ...args: string[]) => {
  const { code, out, err } = await policygraph(args, { settings });
  expect([code, err.replaceAll(progress, '')]).toEqual([0, '']);
  return out;
};

describe('export, import into an empty graph, and export', { timeout: 240_000 }, () => {
  const builtIn = { POLICYGRAPH_DATA: at('built-in') };
  beforeAll(() => cpSync(inject('builtInGraph'), at('built-in'), { recursive: true }));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.runIf(isLong)('give the whole graph again on the embedded engine', async () => {
    const copy = { POLICYGRAPH_DATA: at('copy') };
    await empty(await EmbeddedGraph.open(at('copy')));
    expect(await run(copy, 'export', '--format', 'jsonl')).toBe('');
    await run(builtIn, 'export', '--format', 'jsonl', '--out', at('first.jsonl'));
    await run(copy, 'import', at('first.jsonl'));
    await run(copy, 'export', '--format', 'jsonl', '--out', at('second.jsonl'));
    expect(statSync(at('first.jsonl')).size).toBeGreaterThan(1_000_000);
    expect(readFileSync(at('second.jsonl')).equals(readFileSync(at('first.jsonl')))).toBe(true);
    expect(await run(copy, 'check')).toMatch(/agree/);
  });

  it.each(engines)('give a self-contained part of it again on $name', async ({ name, empty: emptied }) => {
    const settings = name === 'neo4j' ? neo4jEnvironment : { POLICYGRAPH_DATA: at('part') };
    await empty(name === 'neo4j' ? await emptied() : await EmbeddedGraph.open(at('part')));
    const around = ['--from', 'program:cn-used-car-export-pilot', '--depth', '2'];
    const part = await run(builtIn, 'export', '--format', 'jsonl', ...around, '--out', at(`${name}.jsonl`));
    expect(part).toBe('');
    await run(settings, 'import', at(`${name}.jsonl`));
    const again = await run(settings, 'export', '--format', 'jsonl');
    expect(again.split('\n').length).toBeGreaterThan(100);
    expect(again === readFileSync(at(`${name}.jsonl`), 'utf8')).toBe(true);
  });
});
