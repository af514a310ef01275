/** All that a store holds, as plain data that either engine can be filled with. */
import { groupBy } from '../../src/graph/group-by.js';
import type { Graph } from '../../src/graph/port.js';
import type { Statement } from '../../src/graph/query.js';

type Properties = Readonly<Record<string, unknown>>;

export interface Dump {
  readonly nodes: readonly { readonly labels: readonly string[]; readonly properties: Properties }[];
  readonly relationships: readonly {
    readonly type: string;
    readonly from: string;
    readonly to: string;
    readonly properties: Properties;
  }[];
}

const statement = <Row>(text: string, parameters: Properties = {}): Statement<Row> => ({ name: 'test', text, parameters });

const nodes = statement<{ labels: readonly string[]; properties: Properties }>(
  'MATCH (node) RETURN labels(node) AS labels, node {.*} AS properties, node.id AS id ORDER BY id',
);
const relationships = statement<{ type: string; from: string; to: string; properties: Properties }>(
  'MATCH (source)-[relation]->(target) RETURN type(relation) AS type, source.id AS source, target.id AS target, relation {.*} AS properties',
);

/** In an order of its own, so that two dumps can be compared. */
export async function dumpOf(graph: Pick<Graph, 'read'>): Promise<Dump> {
  const found = await graph.read<{ type: string; source: string; target: string; properties: Properties }>(
    relationships as never,
  );
  return {
    nodes: (await graph.read(nodes)).map(({ labels, properties }) => ({
      labels: [...labels].sort(),
      properties: inOrder(properties),
    })),
    relationships: found
      .map(({ type, source, target, properties }) => ({ type, from: source, to: target, properties: inOrder(properties) }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  };
}

const inOrder = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Fills an empty graph with what another one held. */
export async function fill(graph: Graph, { nodes, relationships }: Dump): Promise<void> {
  const byLabels = groupBy(nodes, ({ labels }) => labels.join(':'));
  const byType = groupBy(relationships, ({ type }) => type);
  await graph.write([
    ...[...byLabels].map(([labels, rows]) =>
      statement<never>(`UNWIND $rows AS row CREATE (node:${labels}) SET node = row.properties`, { rows }),
    ),
    ...[...byType].map(([type, rows]) =>
      statement<never>(
        `UNWIND $rows AS row MATCH (source {id: row.from}) MATCH (target {id: row.to}) CREATE (source)-[relation:${type}]->(target) SET relation = row.properties`,
        { rows },
      ),
    ),
  ]);
}
