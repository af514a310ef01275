/** Generated operations: what an operation is estimated to read at most, and what it does read. */
import * as fc from 'fast-check';
import type { Account } from '../../src/accounts/account.js';
import { GraphDecorator } from '../../src/graph/decorator.js';
import type { Graph, ReadOptions } from '../../src/graph/port.js';
import type { Statement } from '../../src/graph/query.js';
import { statementsOf } from '../../src/graph/stored/changeset.js';
import { labels, type Label } from '../../src/model/model.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { changesOf, relationsOf } from '../../tests/generated/graphs.js';
import { Operations, type Generated } from '../../tests/generated/operations.js';
import { ask, type Answer } from '../../tests/support/operations.js';

/** Reads everything, drafts of others too. */
const admin: Account = { id: 'key:admin', role: 'ADMIN' };

export interface Estimates {
  asked: number;
  refused: number;
  /** Operations that read more nodes than estimated. */
  readonly above: string[];
  /** Operations that got more rows from the store than their nodes and work pay for. */
  readonly rowsAbove: string[];
  /** The most rows in proportion to what was paid. */
  dearest: { rows: number; paid: number; query: string };
}

export const noEstimates = (): Estimates => ({
  asked: 0,
  refused: 0,
  above: [],
  rowsAbove: [],
  dearest: { rows: 0, paid: 1, query: '' },
});

/** Counts the rows that statements return. */
class CountingGraph extends GraphDecorator {
  rows = 0;

  override async read<Row>(statement: Statement<Row>, options?: ReadOptions): Promise<Row[]> {
    const rows = await super.read(statement, options);
    this.rows += rows.length;
    return rows;
  }
}

/** Rows that every operation may take: the counts of the graph, the end of its log. */
const free = 50;

/** Rows that a unit of work may take: most take ten, of regions some twenty. */
const rowsOfUnit = 40;

export async function estimate(graph: Graph, { query, variables }: Generated, found: Estimates): Promise<void> {
  for (const values of variables) {
    const counting = new CountingGraph(graph);
    const answer = await ask(counting, { query, variables: values }, { account: admin });
    found.asked++;
    if (answer.errors !== undefined) found.refused++;
    judge(answer, counting.rows, `${query}\n${JSON.stringify(values)}`, found);
  }
}

function judge({ extensions }: Answer, rows: number, query: string, found: Estimates): void {
  const cost = extensions?.['cost'] as Readonly<Record<'nodes' | 'worstCase' | 'work', number>> | undefined;
  if (cost === undefined) return;
  if (cost.nodes > cost.worstCase) found.above.push(`${cost.nodes} nodes, and ${cost.worstCase} estimated: ${query}`);
  const paid = cost.worstCase + rowsOfUnit * cost.work + free;
  if (rows > paid) found.rowsAbove.push(`${rows} rows, and ${paid} paid: ${query}`);
  if (rows / paid > found.dearest.rows / found.dearest.paid) Object.assign(found.dearest, { rows, paid, query });
}

/** Random operations over the whole schema, about entities of a random graph. */
export async function operationsOf(seed: number, numRuns: number): Promise<Generated[]> {
  const operations = new Operations(await graphqlSchema(), relationsOf(seed));
  return fc.sample(
    fc.gen().map((chance) => operations.next(chance)),
    { seed, numRuns },
  );
}

/** A random graph with a history, and drafts that nobody has published. */
export async function fillRandomly(graph: Graph, seed: number): Promise<void> {
  for (const change of changesOf(seed)) await graph.write(statementsOf(change));
  const drafting = 'mutation ($input: ChangesetInput!) { draftChangeset(input: $input) { outcome } }';
  for (let number = 0; number < 3; number++) {
    const names = [{ value: 'X', lang: 'en' }];
    const entities = Array.from({ length: 30 }, (_, at) => ({ id: `person:drafted-${number}-${at}`, names }));
    const input = { id: `changeset:drafted-${number}`, reason: 'Drafted.', entities };
    const { errors } = await ask(graph, { query: drafting, variables: { input } }, { account: admin });
    if (errors !== undefined) throw new Error(errors[0]?.message);
  }
}

/** Operations about a random graph, as they are about another one: each id is replaced by one of the same type. */
export async function about(graph: Graph, operations: readonly Generated[]): Promise<Generated[]> {
  const ids = new Map<string, readonly string[]>();
  for (const label of labels) ids.set(label.toLowerCase(), await idsOf(graph, label));
  const replaced = (text: string) =>
    text.replaceAll(/"([a-z]+):n(\d+)"/g, (whole, type: string, number: string) => {
      const known = ids.get(type) ?? [];
      return known.length === 0 ? whole : JSON.stringify(known[Number(number) % known.length]);
    });
  return operations.map(({ query, variables, paged }) => ({
    query: replaced(query),
    variables: JSON.parse(replaced(JSON.stringify(variables))) as Generated['variables'],
    paged,
  }));
}

/** Those with most relations first: their lists are the longest. */
async function idsOf(graph: Graph, label: Label): Promise<string[]> {
  const text = `MATCH (n:${label}) OPTIONAL MATCH (n)-[e]-() WITH n.id AS id, count(e) AS degree RETURN id ORDER BY degree DESC, id LIMIT 40`;
  return (await graph.read<{ id: string }>({ name: 'estimates/ids', text, parameters: {} })).map(({ id }) => id);
}

/** What is written, as a dry run, with what it changed: its answer reads nodes too. */
export const mutations: readonly Generated[] = [1, 5, 100].map((first) => ({
  query: `mutation ($input: ChangesetInput!) { applyChangeset(dryRun: true, input: $input) { outcome changes(first: ${first}) { id kind node { id } fields { name } } } }`,
  paged: undefined,
  variables: [1, 10, 60].map((count) => ({
    input: {
      reason: 'Estimated.',
      entities: Array.from({ length: count }, (_, at) => ({ id: `person:e${at}`, names: [{ value: 'X', lang: 'en' }] })),
    },
  })) as unknown as Generated['variables'],
}));
