/** A field of many parents must run the statements of a field of one: no more, and the same. A hundred parents, or a thousand in long runs. */
import { getNamedType, graphql, isCompositeType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Archive } from '../../src/archive.js';
import { ChangeLog } from '../../src/changesets/log.js';
import { statementsOf } from '../../src/graph/stored/changeset.js';
import { labels, type Label } from '../../src/model/model.js';
import type { Graph } from '../../src/graph/port.js';
import type { RequestContext } from '../../src/resolvers/context.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { engines } from '../support/engines.js';
import { RecordingGraph } from '../support/recording-graph.js';
import { largeChange, size } from './large-world.js';
import { Budget } from '../../src/graph/loaders/budget.js';

const schema: GraphQLSchema = await graphqlSchema();
const typeOf = (name: string): GraphQLObjectType => schema.getType(name) as GraphQLObjectType;

const claimFields =
  '{ id subject { id } object { id } attributedTo { id } about { id } event { id } saidTo { id } recordedIn { id } retractedIn { id } supersededBy { id } supersedes { id } evidence { verification document { id name } } }';
const observationFields = `{ id indicator { id } about { id } region { id } reportedBy { id } rankedIn { id } claims ${claimFields} }`;

/** A selection that asks for all that hangs on a field. */
function selection({ name, type, args }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type).name;
  if (named === 'Claim') return `${name} ${claimFields}`;
  if (named === 'ObservationConnection')
    return `${name}(first: 2) { totalCount facets(by: [UNIT, PERIOD_YEAR]) { by values { value count } } pageInfo { hasNextPage } edges { node ${observationFields} } }`;
  if (named === 'ClaimConnection')
    return `${name}(first: 2) { totalCount facets(by: [PREDICATE]) { by values { value count } } pageInfo { hasNextPage } edges { node ${claimFields} } }`;
  if (named === 'ContradictionConnection')
    return `${name}(first: 2) { totalCount edges { node { predicate subject { id } claims ${claimFields} } } }`;
  if (named === 'SeriesPoint') return `${name} { value change { absolute } note observations { id region { id } } }`;
  if (named === 'StatisticsGroup') return `${name}(by: [REGION_LEVEL, YEAR]) { count sum observations { id indicator { id } } }`;
  if (named === 'Coverage') return `${name}(${coverageArgument(args)}) { status via { node { id } } claims { id } }`;
  if (named === 'RelationCount') return `${name} { type direction count }`;
  if (named === 'EntityVersion') return `${name}(first: 2) { version changeset { id } changes { kind node { id } } }`;
  if (named === 'TimelineConnection')
    return `${name}(first: 2) { totalCount truncated pageInfo { hasNextPage } edges { node { title entity { id } claims { id } } } }`;
  if (name === 'relatedTo') return `${name}(id: "region:n1") { id }`; // few have any: what hangs on them would be asked for some parents only
  if (named.endsWith('Connection'))
    return `${name}(first: 2) { totalCount facets(by: [TYPE]) { by values { value count } } pageInfo { hasNextPage } edges { node { id name } claims { id } } }`;
  return `${name} { id name }`;
}

/** What covers asks for a region, and a region for what covers it. */
const coverageArgument = (args: GraphQLField<unknown, unknown>['args']): string =>
  args.some(({ name }) => name === 'by') ? 'by: "program:n0"' : 'region: "region:n0"';

/** The fields that read the graph: those that lead to another node, or to many. Paragraphs are read from the archive. */
const readingFields = (label: Label) =>
  Object.values(typeOf(label).getFields()).filter(({ type }) => {
    const named = getNamedType(type);
    return isCompositeType(named) && !['Name', 'Code', 'FuzzyDate', 'Paragraph'].includes(named.name);
  });

/** One field at a time: of several, statements join when their turns meet, and that is chance. */
const cases = labels.flatMap((label) =>
  readingFields(label).map((field) => ({ name: `${label}.${field.name}`, label, text: selection(field) })),
);

const documents = (count: number): string[] => Array.from({ length: count }, (_, number) => `document:n${number}`);

/** Each of the first documents names ten entities of a label. */
const queryFor = (label: Label, text: string) => `query Parents($ids: [ID!]!, $size: Int!) {
  documents(first: 100, where: { id: { in: $ids } }) { edges { node { mentions(types: [${label.toUpperCase()}], first: $size) { edges { node { ... on ${label} { ${text} } } } } } } }
}`;

async function answer(
  graph: Graph,
  source: string,
  variableValues: Record<string, unknown>,
): Promise<{ names: string[]; data: unknown }> {
  const recording = new RecordingGraph(graph);
  const contextValue: RequestContext = {
    graph: recording,
    today: '2025-06-01',
    budget: new Budget({ maxNodes: 1_000_000, maxWork: 1_000_000 }),
    archive: new Archive(undefined),
    log: new ChangeLog(recording),
  };
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
  expect(errors).toBeUndefined();
  return { names: recording.names.sort(), data };
}

async function statementsFor(
  graph: Graph,
  source: string,
  variables: Record<string, unknown>,
): Promise<{ names: string[]; parents: number }> {
  const { names, data } = await answer(graph, source, variables);
  const { edges } = (data as { documents: { edges: { node: { mentions: { edges: unknown[] } } }[] } }).documents;
  return { names, parents: edges.flatMap(({ node }) => node.mentions.edges).length };
}

describe.each(engines)('statements on $name', ({ empty }) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await empty();
    // One after another: all at once they are more than one transaction may hold.
    for (const statement of statementsOf(largeChange())) await graph.write([statement]);
  }, 180_000);
  afterAll(() => graph.close());

  it.each(cases)(
    `of $name are the same for 1 and for ${size.toLocaleString('en')} parents`,
    { timeout: 60_000 },
    async ({ label, text }) => {
      const source = queryFor(label, text);
      const one = await statementsFor(graph, source, { ids: documents(1), size: 1 });
      const many = await statementsFor(graph, source, { ids: documents(size / 10), size: 10 });
      expect([one.parents, many.parents]).toEqual([1, size]);
      expect(one.names.length).toBeGreaterThan(2);
      expect(many.names).toEqual(one.names);
    },
  );

  it.each([
    `claims(first: $size) { totalCount edges { node ${claimFields} } }`,
    `observations(first: $size) { totalCount edges { node ${observationFields} } }`,
    'regions(first: $size) { totalCount edges { node { id name parent { id } } } }',
  ])('of %s are the same for 1 and for 100 items', async (list) => {
    const source = `query List($size: Int!) { ${list} }`;
    expect((await answer(graph, source, { size: 100 })).names).toEqual((await answer(graph, source, { size: 1 })).names);
  });

  it('of the graph as a whole do not depend on what it holds', async () => {
    const source = '{ graph { engine engineVersion dataVersion entities { type count } claims observations } }';
    const other = await empty();
    const none = await answer(other, source, {});
    await other.close();
    expect(none.names.sort()).toEqual(['changeset/latest-built-in', 'graph/kept-counts']);
  });
});
