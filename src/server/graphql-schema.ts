import 'reflect-metadata';
import { specifiedDirectives, type GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { facetResolvers } from '../resolvers/facet-resolvers.js';
import { resolvers } from '../resolvers/index.js';
import { asOfDirective } from '../schema/as-of.js';
import { entityTypes } from '../schema/entity-types.js';
import { makeGeneratedTypes } from '../schema/generated-types.js';
import { limitIds } from './id-limit.js';

/** The GraphQL schema, with resolvers. Errors of validation name arguments and never echo their values: an answer must not outgrow its question. */
export async function graphqlSchema(): Promise<GraphQLSchema> {
  makeGeneratedTypes();
  const schema = await buildSchema({
    resolvers: [...resolvers, ...facetResolvers()],
    directives: [...specifiedDirectives, asOfDirective],
    orphanedTypes: Object.values(entityTypes),
    validate: { validationError: { target: false, value: false }, stopAtFirstError: true, forbidUnknownValues: false },
  });
  limitIds(schema);
  return schema;
}
