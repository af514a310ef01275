import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { resolvers } from '../resolvers/index.js';
import { entityTypes } from '../schema/entity-types.js';
import { makeGeneratedTypes } from '../schema/generated-types.js';

/** The GraphQL schema, with resolvers. Errors of validation name arguments and never echo their values: an answer must not outgrow its question. */
export function graphqlSchema(): Promise<GraphQLSchema> {
  makeGeneratedTypes();
  return buildSchema({
    resolvers,
    orphanedTypes: Object.values(entityTypes),
    validate: { validationError: { target: false, value: false }, stopAtFirstError: true, forbidUnknownValues: false },
  });
}
