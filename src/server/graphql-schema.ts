import type { GraphQLSchema } from 'graphql';
import { schemaOf } from '../type-graphql/build-schema.js';
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

let made: Promise<GraphQLSchema> | undefined;

/** The GraphQL schema, with resolvers. A process makes it once. */
export const graphqlSchema = (): Promise<GraphQLSchema> => (made ??= makeSchema());

async function makeSchema(): Promise<GraphQLSchema> {
  makeGeneratedTypes();
  const built = await schemaOf({
    resolvers: [
      ...resolvers,
      ...entityTypeResolvers(),
      ...relationResolvers(),
      ...linkResolvers(),
      ...statementResolvers(),
      ...facetResolvers(),
      ...edgeResolvers(),
    ],
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
