import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, type PubSub } from 'type-graphql';
import { edgeResolvers } from '../resolvers/edge-resolvers.js';
import { facetResolvers } from '../resolvers/facet-resolvers.js';
import { resolvers } from '../resolvers/index.js';
import { linkResolvers } from '../resolvers/link-resolvers.js';
import { statementResolvers } from '../resolvers/statement-resolvers.js';
import { relationResolvers } from '../resolvers/relation-resolvers.js';
import { entityTypeResolvers } from '../resolvers/entity-type-resolvers.js';
import { validatorOptions } from '../schema/argument-objects.js';
import { withAsOf } from '../schema/as-of.js';
import { entityTypes } from '../schema/entity-types.js';
import { makeGeneratedTypes } from '../schema/generated-types.js';
import { readPropertiesByDefault } from '../schema/plain-fields.js';
import { limitIds } from './id-limit.js';
import { callMethods } from '../resolvers/methods.js';
import { resolveReferences } from '../resolvers/references.js';
import { usePlans } from '../resolvers/plan/plans.js';
import { resolveByRootField } from '../resolvers/views.js';
import { countCosts, counted } from './cost/counting.js';

/** A schema with subscriptions must have one. Changes come off their log instead: what is only published misses who was away, and other processes. */
const noPubSub: PubSub = {
  publish: () => {
    throw new Error('Changes are read off their log: nothing is published.');
  },
  subscribe: () => {
    throw new Error('Changes are read off their log: give the subscription a "subscribe" of its own.');
  },
};

let made: Promise<GraphQLSchema> | undefined;

/** The GraphQL schema, with resolvers. A process makes it once: type-graphql keeps the metadata of every class that it has seen, so that each further schema takes longer. */
export const graphqlSchema = (): Promise<GraphQLSchema> => (made ??= makeSchema());

async function makeSchema(): Promise<GraphQLSchema> {
  makeGeneratedTypes();
  const built = await buildSchema({
    resolvers: foundFast([
      ...resolvers,
      ...entityTypeResolvers(),
      ...relationResolvers(),
      ...linkResolvers(),
      ...statementResolvers(),
      ...facetResolvers(),
      ...edgeResolvers(),
    ]),
    skipCheck: true, // graphql-js checks the schema before the first operation
    pubSub: noPubSub,
    orphanedTypes: Object.values(entityTypes),
    validate: validatorOptions,
  });
  readPropertiesByDefault(built);
  callMethods(built);
  const schema = withAsOf(built);
  countCosts(schema); // inside all that changes arguments
  resolveReferences(schema);
  limitIds(schema); // before they are looked up
  usePlans(schema, counted); // above all that a planned field has no need of
  resolveByRootField(schema); // before all that reads the graph
  return schema;
}

/** For each field of the schema type-graphql asks of every field resolver whether its class is among these. */
function foundFast<T extends readonly Function[]>(classes: T): T {
  const all = new Set<Function>(classes);
  return Object.assign(classes, { includes: (each: Function) => all.has(each) });
}
