/** A schema of classes with decorators. */
import 'reflect-metadata';
import type { ValidatorOptions } from 'class-validator';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, type PubSub } from 'type-graphql';

/** Instances of type-graphql's own classes are made of every argument. */
interface Classes {
  readonly resolvers: readonly Function[];
  /** Object types that no field names. */
  readonly orphanedTypes: Function[];
  readonly validate: ValidatorOptions;
}

/** A schema with subscriptions must have one. Changes come off their log instead: what is only published misses who was away, and other processes. */
const noPubSub: PubSub = {
  publish: () => {
    throw new Error('Changes are read off their log: nothing is published.');
  },
  subscribe: () => {
    throw new Error('Changes are read off their log: give the subscription a "subscribe" of its own.');
  },
};

/** The schema that these classes describe. type-graphql keeps the metadata of every class that it has seen: each further schema takes longer. */
export const schemaOf = ({ resolvers, orphanedTypes, validate }: Classes): Promise<GraphQLSchema> =>
  buildSchema({
    resolvers: foundFast(resolvers) as [Function, ...Function[]],
    skipCheck: true, // graphql-js checks the schema before the first operation
    pubSub: noPubSub,
    orphanedTypes,
    validate,
  });

/** For each field of the schema type-graphql asks of every field resolver whether its class is among these. */
function foundFast(classes: readonly Function[]): readonly Function[] {
  const all = new Set(classes);
  return Object.assign([...classes], { includes: (each: Function) => all.has(each) });
}
