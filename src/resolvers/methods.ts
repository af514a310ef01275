/**
 * Calls the methods of resolver classes, as their decorators say. type-graphql's own resolvers look up the class, turn arguments into objects and validate them
 * for every parent; here that is done once for all parents of a field, which share one object of arguments.
 */
import {
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { ClassType } from '../type-graphql/decorators.js';
import { declaredFields, fieldMethods, queryMethods, type Parameter, type ResolverMethod } from '../type-graphql/metadata.js';
import { argumentObject, argumentValue } from '../schema/argument-objects.js';
import type { Context } from './context.js';

type Resolve = GraphQLFieldResolver<unknown, Context>;

/** Leaves mutations and subscriptions to type-graphql: they have no parents. */
export function callMethods(schema: GraphQLSchema): void {
  const methods = fieldMethods();
  const instances = new Map<Function, object>();
  const put = (type: GraphQLObjectType | null | undefined, name: string, method: ResolverMethod | undefined) => {
    const field = type?.getFields()[name];
    if (field !== undefined && method !== undefined) field.resolve = callOf(method, instances);
  };
  for (const method of queryMethods()) put(schema.getQueryType(), method.field, method);
  for (const { type: name, field, declaredBy, property } of declaredFields()) {
    const type = schema.getType(name);
    if (isObjectType(type)) put(type, field, methods.get(declaredBy)?.get(property));
  }
}

function callOf({ resolver, method: name, parameters }: ResolverMethod, instances: Map<Function, object>): Resolve {
  const instance = instances.get(resolver) ?? new (resolver as ClassType)();
  instances.set(resolver, instance);
  const method = (instance as Readonly<Record<string, (...values: unknown[]) => unknown>>)[name] as Function;
  const valuesOf = (args: Arguments) => parameters.map((parameter) => argumentOf(parameter, args));
  if (!parameters.some(isOfArguments))
    return (root, _args, context, info) => method.apply(instance, filled(parameters, [], { root, context, info }));
  return (root, args: Arguments, context, info) => {
    try {
      const values = context.memo.of(method, info.fieldNodes, () => valuesOf(args));
      return method.apply(instance, filled(parameters, values, { root, context, info }));
    } catch (error) {
      return Promise.reject(error); // siblings go on
    }
  };
}

type Arguments = Readonly<Record<string, unknown>>;

const isOfArguments = ({ kind }: Parameter): boolean => kind === 'arg' || kind === 'args';

/** A method with a parameter of another kind is not one of these resolvers. */
function argumentOf(parameter: Parameter, args: Arguments): unknown {
  if (parameter.kind === 'args') return argumentObject(parameter.type as ClassType, args);
  return parameter.kind === 'arg' ? argumentValue(parameter.type, args[parameter.name]) : undefined;
}

interface Call {
  readonly root: unknown;
  readonly context: Context;
  readonly info: GraphQLResolveInfo;
}

const filled = (parameters: readonly Parameter[], values: readonly unknown[], call: Call): unknown[] =>
  parameters.map(({ kind }, index) => (isOfCall(kind) ? call[kind] : values[index]));

const isOfCall = (kind: Parameter['kind']): kind is keyof Call => kind === 'root' || kind === 'context' || kind === 'info';
