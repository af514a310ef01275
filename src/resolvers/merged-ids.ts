/** A merged id resolves to the entity that replaced it, also in arguments and filters. */
import {
  TypeInfo,
  defaultFieldResolver,
  getNamedType,
  isAbstractType,
  isObjectType,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { labelOf } from '../model/model.js';
import { mergedInto } from '../graph/merged.js';
import type { Context } from './context.js';
import { fieldsWithIds, withIds, type FieldWithIds } from './id-arguments.js';

type Arguments = Readonly<Record<string, unknown>>;
/** Fields whose arguments are looked at, each with those that hold ids. */
type Followed = ReadonlyMap<GraphQLField<unknown, unknown>, readonly GraphQLArgument[]>;

/** Has every field that reads the graph be asked with the ids that hold now, for one statement a request; for none where it names no entity. */
export function followMergedIds(schema: GraphQLSchema): void {
  const fields = fieldsWithIds(schema).filter((each) => reads(each, schema) && !findsById(each, schema));
  const followed: Followed = new Map(fields.map(({ field, holders }) => [field, holders]));
  const led = new WeakMap<object, Promise<ReadonlyMap<string, string>>>();
  const winners = ({ loaders: { reader } }: Context, info: GraphQLResolveInfo) => {
    const known = led.get(reader) ?? mergedInto((statement) => reader.read(statement), idsIn(info, followed));
    led.set(reader, known);
    return known;
  };
  for (const { field, holders } of fields) {
    const { resolve = defaultFieldResolver } = field;
    field.resolve = (root, args: Arguments, context, info) => {
      if (!idsOf(holders, args).some(isOfEntity)) return resolve(root, args, context, info);
      return winners(context as Context, info).then((into) => resolve(root, replaced(holders, args, into), context, info));
    };
  }
}

const isOfEntity = (id: string): boolean => labelOf(id) !== undefined;

/** Writes must name the entity that they mean: they are refused for a merged id. */
const reads = ({ parent }: FieldWithIds, schema: GraphQLSchema): boolean =>
  parent !== schema.getMutationType() && parent !== schema.getSubscriptionType();

/** `region(id:)` and the like find the entity that an id leads to by themselves, and ask no more than they must. */
function findsById({ parent, field }: FieldWithIds, schema: GraphQLSchema): boolean {
  const type = getNamedType(field.type);
  const isNode = isAbstractType(type) || (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'));
  return parent === schema.getQueryType() && isNode;
}

/** The ids of a whole operation, so that they are asked for together. */
function idsIn({ schema, operation, fragments, variableValues }: GraphQLResolveInfo, followed: Followed): string[] {
  const [types, ids]: [TypeInfo, string[]] = [new TypeInfo(schema), []];
  const visitor = visitWithTypeInfo(types, {
    Argument(node) {
      const [field, argument] = [types.getFieldDef(), types.getArgument()];
      if (field == null || argument == null || followed.get(field)?.includes(argument) !== true) return;
      ids.push(...idsOf([argument], { [argument.name]: valueFromAST(node.value, argument.type, variableValues) }));
    },
  });
  for (const part of [operation, ...Object.values(fragments)]) visit(part, visitor);
  return ids;
}

function idsOf(holders: readonly GraphQLArgument[], args: Arguments): string[] {
  const ids: string[] = [];
  for (const { name, type } of holders) withIds(type, args[name], (id) => (ids.push(id), id), name);
  return ids;
}

function replaced(holders: readonly GraphQLArgument[], args: Arguments, into: ReadonlyMap<string, string>): Arguments {
  if (into.size === 0) return args;
  const given = holders.filter(({ name }) => Object.hasOwn(args, name));
  const own = given.map(({ name, type }) => [name, withIds(type, args[name], (id) => into.get(id) ?? id, name)] as const);
  return { ...args, ...Object.fromEntries(own) };
}
