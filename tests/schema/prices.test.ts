/** Prices are declared beside fields and types: whatever is not listed here is counted as nodes, so that nothing new is free by mistake. */
import { isObjectType, type GraphQLInterfaceType, type GraphQLObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { priceOf, type Price } from '../../src/schema/price.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';

const schema = await graphqlSchema();
const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
const pricesOf = (type: { readonly extensions: Readonly<Record<string, unknown>> }) =>
  type.extensions['price'] as Price | undefined;

const entity = schema.getType('Entity') as GraphQLInterfaceType;
const ownerOf = (type: GraphQLObjectType, field: string) =>
  type.getInterfaces().includes(entity) && field in entity.getFields()
    ? 'Entity'
    : type.name.replace(/.*Connection$/, '…Connection');

it('lists the types whose values cost nothing by themselves', () => {
  const free = types.filter((type) => pricesOf(type)?.counted === 'never' && pricesOf(type)?.work === undefined);
  const named = free.map(({ name }) => name).filter((name) => !name.endsWith('Edge'));
  expect(named.sort()).toMatchInlineSnapshot(`
    [
      "Cell",
      "ChangePage",
      "Code",
      "ConvertedAmount",
      "CrossTable",
      "DraftConnection",
      "DroppedProposals",
      "Facet",
      "FacetValue",
      "FuzzyDate",
      "Locator",
      "ModelTokens",
      "Name",
      "NameCandidate",
      "PageInfo",
      "ProposalCandidate",
      "ProposalChoice",
      "ProposedClaim",
      "ProposedEnd",
      "ProposedEntity",
      "ProposedObservation",
      "ProposedPassage",
      "Qualifier",
      "ReadingConnection",
      "ReadingCut",
      "ReadingDocument",
      "ReadingModel",
      "ReadingProgress",
      "ReadingRuleTally",
      "RelationCount",
      "RereadClaim",
      "RereadPassage",
      "RereadSuggestion",
      "StatisticsGroupKey",
      "TextSpan",
      "TypeCount",
      "Validity",
      "ValueChange",
    ]
  `);
});

it('has every connection of a list counted as its pages are read, and no other type', () => {
  const read = types.filter((type) => pricesOf(type)?.counted === 'read').map(({ name }) => name);
  const lists = types.filter((type) => isObjectType(type) && 'facets' in type.getFields()).map(({ name }) => name);
  expect(read.sort()).toEqual(lists.sort());
});

it('has a price for every field that gives an object', () => {
  const fields = types.flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []));
  const leaves = fields.filter((field) => priceOf(field) === undefined).map(({ type }) => String(type).replaceAll(/[[\]!]/g, ''));
  const names = new Set(types.map(({ name }) => name));
  expect(leaves.filter((name) => names.has(name))).toEqual([]);
});

it('prices what reads a whole list, and what looks at more than it gives', () => {
  const work = types.filter(isObjectType).flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const { work, workOnce } = priceOf(field) ?? {};
      const units = work?.({ names: ['q'] }) ?? workOnce?.({ by: ['KIND'] });
      return units === undefined ? [] : [`${ownerOf(type, field.name)}.${field.name}: ${units}`];
    }),
  );
  expect([...new Set(work)].sort()).toMatchInlineSnapshot(`
    [
      "Entity.contradictions: 20",
      "Entity.relationCounts: 8",
      "Entity.timeline: 2",
      "Indicator.series: 20",
      "Indicator.statistics: 20",
      "Mutation.proposeClaims: 2000",
      "Query.contradictions: 5",
      "Query.differences: 5",
      "Query.match: 2",
      "Query.neighbourhood: 20",
      "Query.paths: 20",
      "Query.search: 20",
      "…Connection.crossTable: 10",
      "…Connection.facets: 8",
      "…Connection.totalCount: 4",
    ]
  `);
});
