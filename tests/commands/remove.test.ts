import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import { query } from '../../src/graph/query.js';
import { article, world } from '../changesets/drafts.js';
import { policygraph } from '../support/cli.js';

const landed = /\nLanded as (changeset:[0-9a-f-]{36})\n$/;

const written = query<{ id: string }, { changeset: { readonly sequence: number } }>('changeset/written');
const folder = mkdtempSync(join(tmpdir(), 'policygraph-remove-'));
const remove = (...args: readonly string[]) => policygraph(['remove', ...args], { settings: { POLICYGRAPH_DATA: folder } });

/** Whether the graph has a changeset. */
async function isRecorded(changeset = ''): Promise<boolean> {
  const graph = await EmbeddedGraph.open(folder);
  try {
    const [row] = await graph.read(written({ id: changeset }));
    return row !== undefined;
  } finally {
    await graph.close();
  }
}

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
    expect(dry.out).not.toContain('changeset:');
    const { out } = await remove(article);
    expect(out.replace(landed, '\n')).toBe(dry.out.replace('would be retracted', 'retracted').replace('would keep', 'kept'));
    const again = await remove(article);
    expect(again.out).toContain('0 claims that');
    expect(again.out).not.toContain('changeset:');
    await expect(isRecorded(landed.exec(out)?.[1])).resolves.toBe(true);
  });

  it('refuses what is no document of the graph', async () => {
    const { code, err } = await remove('agency:ministry');
    expect(code).toBe(2);
    expect(err).toContain('There is no document "agency:ministry" in the graph.');
  });
});
