/** The notebook in examples/, on a running service. It runs where Python has pandas and networkx, as third-party.test.ts does. */
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { engines } from '../support/engines.js';
import { serve } from '../support/service.js';

const python = process.env['POLICYGRAPH_PYTHON'] ?? 'python3';
const isThere = spawnSync(python, ['-c', 'import networkx, pandas']).status === 0;
const isContinuous = process.env['CI'] !== undefined;
if (!isThere && !isContinuous)
  console.log(`The notebook is not run: ${python} has no pandas and networkx. See tests/export/readers/requirements.txt.`);

it.skipIf(!isThere && !isContinuous)(
  'the notebook reads downloads',
  async () => {
    const graph = await engines[0]!.builtIn();
    const service = await serve(graph);
    const { stdout } = await promisify(execFile)(
      python,
      ['tests/export/readers/run_notebook.py', 'examples/notebook/used-cars.ipynb'],
      { env: { ...process.env, POLICYGRAPH_URL: service.url } },
    );
    expect(stdout).toMatch(/Beijing is one of the ten places in the pilot\. +China OKs secondhand car exports/);
    expect(stdout).toMatch(/2021 +EXACT +15000 +\{car\} +General Administration of Customs/);
    expect(stdout).toMatch(/\d+ entities, \d+ relations/);
    expect(stdout).toMatch(/program:cn-used-car-export-pilot +Used-car export pilot +0\.\d+/);
    expect(stdout).toMatch(/policy:cn-2024-used-car-export-notice +Policy/);
    await service.close();
    await graph.close();
  },
  120_000,
);
