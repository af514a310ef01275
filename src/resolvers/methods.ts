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
import { getMetadataStorage, type ClassType } from 'type-graphql';
import { argumentObject, argumentValue } from '../schema/argument-objects.js';
import type { Context } from './context.js';

type Storage = ReturnType<typeof getMetadataStorage>;
type Method = Pick<Storage['queries'][number], 'target' | 'methodName' | 'params'>;
type Parameter = NonNullable<Method['params']>[number];
type Resolve = GraphQLFieldResolver<unknown, Context>;

/** Leaves mutations and subscriptions to type-graphql: they have no parents. */
export function callMethods(schema: GraphQLSchema): void {
  const { queries, objectTypes, interfaceTypes } = getMetadataStorage();
  const methods = methodsByType();
  const instances = new Map<Function, object>();
  const put = (type: GraphQLObjectType | null | undefined, name: string, method: Method | undefined) => {
    const field = type?.getFields()[name];
    if (field !== undefined && method !== undefined) field.resolve = callOf(method, instances);
  };
  for (const query of queries) put(schema.getQueryType(), query.schemaName, query);
  for (const { name, fields = [], interfaceClasses = [] } of objectTypes) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    const inherited = interfaceTypes.filter(({ target }) => interfaceClasses.includes(target));
    for (const field of [...inherited.flatMap((each) => each.fields ?? []), ...fields])
      put(type, field.schemaName, methods.get(field.target)?.get(field.name));
  }
}

/** The methods of field resolvers, by the class of the object type and the name of the field. */
function methodsByType(): ReadonlyMap<Function, ReadonlyMap<string, Method>> {
  const methods = new Map<Function, Map<string, Method>>();
  for (const method of getMetadataStorage().fieldResolvers) {
    const type = method.getObjectType?.() as Function;
    const ofType = methods.get(type) ?? new Map<string, Method>();
    if (!ofType.has(method.methodName)) ofType.set(method.methodName, method);
    methods.set(type, ofType);
  }
  return methods;
}

function callOf({ target, methodName, params = [] }: Method, instances: Map<Function, object>): Resolve {
  const instance = instances.get(target) ?? new (target as ClassType)();
  instances.set(target, instance);
  const method = (instance as Readonly<Record<string, (...values: unknown[]) => unknown>>)[methodName] as Function;
  const parameters = [...params].sort((a, b) => a.index - b.index);
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
  if (parameter.kind === 'args') return argumentObject(parameter.getType() as ClassType, args);
  return parameter.kind === 'arg' ? argumentValue(parameter.getType(), args[parameter.name]) : undefined;
}

interface Call {
  readonly root: unknown;
  readonly context: Context;
  readonly info: GraphQLResolveInfo;
}

const filled = (parameters: readonly Parameter[], values: readonly unknown[], call: Call): unknown[] =>
  parameters.map(({ kind }, index) => (isOfCall(kind) ? call[kind] : values[index]));

const isOfCall = (kind: Parameter['kind']): kind is keyof Call => kind === 'root' || kind === 'context' || kind === 'info';
