/**
 * Random graphs, read by rdflib, networkx and pandas. They run where Python has them: POLICYGRAPH_PYTHON, or python3.
 * `python3 -m venv .venv && .venv/bin/pip install -r tests/export/readers/requirements.txt`, then POLICYGRAPH_PYTHON=.venv/bin/python.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { engines } from '../support/engines.js';
import { times } from '../support/long-runs.js';
import { anyGraph } from './any-graph.js';
import { everyFormat } from './every-format.js';
import { grow } from './grown.js';

const python = process.env['POLICYGRAPH_PYTHON'] ?? 'python3';
const isThere = spawnSync(python, ['-c', 'import networkx, pandas, rdflib']).status === 0;
const isContinuous = process.env['CI'] !== undefined;
const graphs = isContinuous ? 1_000 : times(40, 1_000);
if (!isThere && !isContinuous)
  console.log(
    `Exports are not read by rdflib, networkx and pandas: ${python} has none. See tests/export/readers/requirements.txt.`,
  );

const folder = mkdtempSync(join(tmpdir(), 'policygraph-readers-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function write(path: string, made: Parameters<typeof grow>[1]): Promise<void> {
  const graph = await engines[0]!.empty();
  await grow(graph, made);
  for (const [file, content] of await everyFormat(graph)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), content);
  }
  await graph.close();
}

it.skipIf(!isThere && !isContinuous)(
  `rdflib, networkx and pandas read ${graphs} graphs as they are`,
  { timeout: 1_800_000 },
  async () => {
    for (const [index, made] of fc.sample(anyGraph, { seed: 7, numRuns: graphs }).entries())
      await write(join(folder, String(index).padStart(4, '0')), made);
    const read = spawnSync(python, ['tests/export/readers/read.py', folder], { encoding: 'utf8', maxBuffer: 2 ** 28 });
    expect([read.status, read.stdout.trim().split('\n').slice(0, 20), read.stderr]).toEqual([
      0,
      [expect.stringMatching(`^${graphs} graphs read by rdflib`)],
      '',
    ]);
  },
);
