import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkGraph } from '../../src/graph/inference/check.js';
import { Neo4jGraph } from '../../src/graph/neo4j/neo4j-graph.js';
import type { Graph } from '../../src/graph/port.js';
import type { Statement } from '../../src/graph/query.js';
import { loadBuiltIn } from '../../src/import/built-in.js';
import { engines, neo4jSettings } from '../support/engines.js';
import { edited, folderOf, smallData } from '../support/small-data.js';

const versions: Statement<{ version: string }> = {
  name: 'test',
  text: 'MATCH (changeset:Changeset) RETURN changeset.dataVersion AS version',
  parameters: {},
};

describe.each(engines)('two services that start together on one empty $name', ({ name, empty }) => {
  const folders = [smallData, edited('claims/article.yaml', 'value: "2024-02-05"', 'value: "2024-02"')].map(folderOf);
  let graphs: readonly [Graph, Graph];

  beforeAll(async () => {
    const graph = await empty();
    graphs = [graph, name === 'neo4j' ? await Neo4jGraph.open(neo4jSettings) : graph];
  });
  afterAll(async () => {
    await Promise.all(graphs.map((graph) => graph.close()));
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it.each([
    ['load its data', 0, 10],
    ['bring it up to date', 1, 1],
  ])('%s once', async (_, folder, added) => {
    const start = async (graph: Graph) => {
      await graph.prepare();
      return loadBuiltIn(graph, () => undefined, folders[folder]);
    };
    const reports = await Promise.all(graphs.map(start));
    expect(reports.map(({ addedClaims }) => addedClaims).toSorted((one, other) => one - other)).toEqual([0, added]);
    expect(await graphs[0].read(versions)).toHaveLength(folder + 1);
    expect(await checkGraph(graphs[0])).toEqual({ claims: 10, relations: 4, differences: [] });
  });
});
