import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import { loadBuiltIn } from '../../src/import/built-in.js';
import { policygraph } from '../support/cli.js';
import { folderOf, smallData } from '../support/small-data.js';

const folder = mkdtempSync(join(tmpdir(), 'policygraph-check-'));
const data = folderOf(smallData);
const check = (graph = folder) => policygraph(['check'], { settings: { POLICYGRAPH_DATA: graph } });

describe('check', () => {
  beforeAll(async () => {
    const graph = await EmbeddedGraph.open(folder);
    await graph.prepare();
    await loadBuiltIn(graph, () => undefined, data);
    await graph.close();
  });
  afterAll(() => [folder, data].forEach((each) => rmSync(each, { recursive: true })));

  it('says that claims and relations agree, and finds one that was tampered with', async () => {
    expect(await check()).toEqual({ code: 0, out: '10 claims and 4 relations agree\n', err: '' });
    const graph = await EmbeddedGraph.open(folder);
    await graph.write([
      { name: 'test', text: "MATCH (:Entity)-[relation:ISSUED]->(:Entity) SET relation.role = 'JOINT'", parameters: {} },
    ]);
    await graph.close();
    expect(await check()).toEqual({
      code: 1,
      err: '',
      out: 'ISSUED from agency:ministry to policy:notice has role "JOINT" where its claims say "LEAD".\n1 difference between 10 claims and 4 relations\n',
    });
  });

  it('makes no graph where there is none', async () => {
    const missing = join(folder, 'missing');
    expect(await check(missing)).toEqual({
      code: 1,
      out: 'The graph is empty: start the service once (npm start), which loads the built-in data.\n',
      err: '',
    });
    expect(existsSync(missing)).toBe(false);
  });

  it('says in a sentence why a graph cannot be opened', async () => {
    const graph = await EmbeddedGraph.open(folder);
    const { code, out, err } = await check();
    await graph.close();
    expect([code, out, err.split('\n').length]).toEqual([1, '', 2]);
    expect(err).toContain(folder);
  });

  it('says in a sentence what is wrong with a setting', async () => {
    expect(await policygraph(['check'], { settings: { PORT: 'x' } })).toEqual({
      code: 2,
      out: '',
      err: 'PORT must be a number from 0 to 65535, not "x".\n',
    });
  });
});
