import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import { article, world } from '../changesets/drafts.js';
import { policygraph } from '../support/cli.js';

const folder = mkdtempSync(join(tmpdir(), 'policygraph-remove-'));
const remove = (...args: readonly string[]) => policygraph(['remove', ...args], { settings: { POLICYGRAPH_DATA: folder } });

describe('remove', () => {
  beforeAll(async () => {
    const graph = await EmbeddedGraph.open(folder);
    await graph.prepare();
    await applyChangeset(graph, world());
    await graph.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('lists what it would retract, retracts it, and then finds nothing', async () => {
    const dry = await remove(article, '--dry-run');
    expect(dry).toMatchObject({ code: 0, err: '' });
    expect(dry.out).toContain(`4 claims that ${article} alone supports would be retracted:`);
    expect(dry.out).toContain('agency:ministry ISSUED policy:notice');
    expect(dry.out).toContain('0 claims would keep other evidence:');
    expect((await remove(article)).out).toBe(dry.out.replace('would be retracted', 'retracted').replace('would keep', 'kept'));
    expect((await remove(article)).out).toContain('0 claims that');
  });

  it('refuses what is no document of the graph', async () => {
    const { code, err } = await remove('agency:ministry');
    expect(code).toBe(2);
    expect(err).toContain('There is no document "agency:ministry" in the graph.');
  });
});
