/** Costs are worked out from a form of the document that is made once: they are those that a walk of the document gives each time. */
import { readFileSync, readdirSync } from 'node:fs';
import {
  GraphQLError,
  Kind,
  getVariableValues,
  parse,
  validate,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { getComplexity } from 'graphql-query-complexity';
import { beforeAll, describe, expect, it } from 'vitest';
import { priceOf, type Price } from '../../src/schema/price.js';
import { filterSize } from '../../src/server/cost/filter-size.js';
import { affordable } from '../../src/server/cost/worst-case.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { selectionOf } from '../../src/server/operation/selection.js';

type Variables = Readonly<Record<string, unknown>>;

const golden = new URL('../golden/', import.meta.url);
const files = readdirSync(golden, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));

const made: readonly [string, ...Variables[]][] = [
  ['query($n: Int) { regions(first: $n) { edges { node { id } } } }', {}, { n: 3 }, { n: 100 }],
  ['query($n: Int = 7) { regions(first: $n) { totalCount edges { node { children(last: $n) { totalCount } } } } }', {}, { n: 2 }],
  [
    'query($in: Boolean!, $out: Boolean = false) { regions { edges { node { id ... @include(if: $in) { claims { id } } children @skip(if: $out) { edges { node { id } } } } } } }',
    { in: true },
    { in: false },
    { in: true, out: true },
  ],
  [
    'query($n: Int) { nodes(ids: ["region:CN", "program:x"]) { id ... on Region { ...R } ... on Program { regions(first: $n) { edges { node { ...R } } } } } } fragment R on Region { policies(first: $n) { edges { node { id } } } ... on Entity { claims { evidence { document { id } } } } }',
    { n: 5 },
    { n: 50 },
  ],
  [
    'query($w: RegionFilter, $by: ID!) { regions(where: $w) { totalCount } entity(id: $by) { contradictions { totalCount } } contradictions(subject: $by) { totalCount } }',
    { by: 'region:CN', w: { and: [{ name: { contains: 'a' } }, { not: { policies: { some: { name: { eq: 'b' } } } } }] } },
    { by: 'region:CN' },
  ],
  ['{ __typename }', {}],
];

describe('the worst case of an operation', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await graphqlSchema();
  });

  /** By the library that walks the document. */
  function walked(query: string, variables: Variables) {
    const size = { conditions: 0, depth: 0, work: 0, workOnce: 0 };
    const nodesBy = (nodesOf: (price: Price) => Price['nodes']) =>
      getComplexity({
        schema,
        query: parse(query),
        variables,
        estimators: [
          ({ field, args, childComplexity }) => {
            const price = priceOf(field);
            return price === undefined ? childComplexity : nodesOf(price)(childComplexity, args);
          },
        ],
      });
    getComplexity({
      schema,
      query: parse(query),
      variables,
      estimators: [
        ({ field, args, type }) => {
          const { conditions, depth, walks, quantifiers, excess } = filterSize(type.name === 'Mutation' ? {} : args);
          const { work, workOnce } = (type.name === 'Mutation' ? undefined : priceOf(field)) ?? {};
          size.conditions += conditions;
          size.depth = Math.max(size.depth, depth);
          size.work += work?.(args) ?? 0;
          size.workOnce += walks * 200 + quantifiers * 50 + excess + (workOnce?.(args) ?? 0);
        },
        () => 0,
      ],
    });
    const [nodes, most] = [nodesBy((price) => price.nodes), nodesBy((price) => price.most ?? price.nodes)];
    return { nodes: Math.max(nodes, Math.min(most, 10_000)), work: size.work, workOnce: size.workOnce };
  }

  function compiled(query: string) {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
    return (variables: Variables) => {
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
      return affordable(selectionOf(schema, document, operation), coerced!);
    };
  }

  it.each(files)('of the golden query %s', (file) => {
    const text = readFileSync(new URL(file, golden), 'utf8');
    const variables = variablesOf(file);
    const [once, again] = [compiled(text), compiled(text)];
    expect(once(variables)).toEqual(walked(text, variables));
    expect([again(variables), again(variables)]).toEqual([once(variables), once(variables)]);
  });

  it.each(made)('of %s', (text, ...all) => {
    const costOf = compiled(text);
    for (const variables of [...all, ...all]) expect(costOf(variables)).toEqual(walked(text, variables));
  });

  it('is not worked out for fragments that multiply', () => {
    const level = (of: number) => `fragment F${of} on Region { ...F${of + 1} ...F${of + 1} }`;
    const levels = Array.from({ length: 20 }, (_, of) => level(of)).join(' ');
    const costOf = compiled(`{ regions { edges { node { ...F0 } } } } ${levels} fragment F20 on Region { id }`);
    expect(() => costOf({})).toThrow(GraphQLError);
  });
});

function variablesOf(file: string): Variables {
  try {
    return JSON.parse(readFileSync(new URL(file.replace('.graphql', '.variables.json'), golden), 'utf8')) as Variables;
  } catch {
    return {};
  }
}
