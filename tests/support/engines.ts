/** The engines that every suite runs on: `describe.each(engines)`. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import { Neo4jGraph } from '../../src/graph/neo4j/neo4j-graph.js';
import type { Graph } from '../../src/graph/port.js';
import type { Statement } from '../../src/graph/query.js';
import { GraphHost } from '../../src/graph/hosted/host.js';
import { HostedGraph } from '../../src/graph/hosted/hosted-graph.js';
import { loadBuiltIn } from '../../src/import/built-in.js';

export interface Engine {
  readonly name: string;
  /** A graph with nothing in it, prepared. */
  readonly empty: () => Promise<Graph>;
  /** A graph with the built-in data. */
  readonly builtIn: () => Promise<Graph>;
}

/** For what differs by no engine. */
export const embedded: Engine = {
  name: 'embedded',
  async empty() {
    const graph = await EmbeddedGraph.open(':memory:');
    await graph.prepare();
    return graph;
  },
  async builtIn() {
    const folder = mkdtempSync(join(tmpdir(), 'policygraph-test-'));
    cpSync(inject('builtInGraph'), folder, { recursive: true });
    const graph = await EmbeddedGraph.open(folder);
    const close = graph.close.bind(graph);
    graph.close = async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    };
    return graph;
  },
};

/** The embedded engine with statements as for a large graph: they name the properties of records. */
export const asLarge: Engine = {
  ...embedded,
  name: 'embedded, as a large graph',
  async empty() {
    const graph = await EmbeddedGraph.open(':memory:', undefined, { largeFrom: 0 });
    await graph.prepare();
    return graph;
  },
};

/** The embedded engine in the way of commands while the service has the graph open. */
export const throughService: Engine = {
  ...embedded,
  name: 'embedded, through the service',
  async empty() {
    const folder = mkdtempSync(join(tmpdir(), 'policygraph-host-'));
    const graph = await embedded.empty();
    const host = await GraphHost.listen(folder, { graph: () => graph, reopen: async () => undefined });
    const remote = (await HostedGraph.connect(folder)) as HostedGraph;
    const close = remote.close.bind(remote);
    remote.close = async () => {
      await close();
      await host.close();
      await graph.close();
      rmSync(folder, { recursive: true, force: true });
    };
    return remote;
  },
};

const servers = (process.env['NEO4J_TEST_URI'] ?? '').split(',');

/** This worker's Neo4j of those in NEO4J_TEST_URI: all that it holds is the tests' to delete. */
export const neo4jSettings = {
  uri: servers[(Number(process.env['VITEST_POOL_ID'] ?? 1) - 1) % servers.length] ?? '',
  user: process.env['NEO4J_TEST_USER'] ?? 'neo4j',
  password: process.env['NEO4J_TEST_PASSWORD'] ?? '',
};

/** The same for a process. */
export const neo4jEnvironment = {
  NEO4J_URI: neo4jSettings.uri,
  NEO4J_USER: neo4jSettings.user,
  NEO4J_PASSWORD: neo4jSettings.password,
};

const statement = (text: string): Statement<never> => ({ name: 'test', text, parameters: {} });

/** In parts: the largest graphs of the tests are more than one transaction may hold. */
async function deleteAll(graph: Neo4jGraph): Promise<void> {
  const rest = statement('MATCH (node) RETURN node.id AS id LIMIT 1');
  while ((await graph.read(rest)).length > 0)
    await graph.write([statement('MATCH (node) WITH node LIMIT 5000 DETACH DELETE node')]);
}

const neo4j: Engine = {
  name: 'neo4j',
  async empty() {
    const graph = await Neo4jGraph.open(neo4jSettings);
    await deleteAll(graph);
    await graph.prepare();
    return graph;
  },
  async builtIn() {
    const graph = await Neo4jGraph.open(neo4jSettings);
    const changesets = await graph.read<{ origin: string; dataVersion: string }>(
      statement('MATCH (changeset:Changeset) RETURN changeset.origin AS origin, changeset.dataVersion AS dataVersion'),
    );
    if (changesets.length !== 1 || changesets[0]?.origin !== 'built-in') {
      await deleteAll(graph);
      await graph.prepare();
      await loadBuiltIn(graph, () => undefined);
    }
    return graph;
  },
};

export const engines: readonly Engine[] = neo4jSettings.uri === '' ? [embedded] : [embedded, neo4j];
