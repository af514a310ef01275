/** Ids among the arguments of fields, also inside filters and inputs: found here once, for all that is done with them. */
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { typeOf, type Label } from '../model/model.js';
import { labelsOfArgument, labelsOfInput } from '../schema/entity-ids.js';
import type { Context } from './context.js';

export type Arguments = Readonly<Record<string, unknown>>;

export interface FieldWithIds {
  readonly parent: GraphQLObjectType | GraphQLInterfaceType;
  readonly field: GraphQLField<unknown, Context>;
  /** Those of its arguments that hold ids. */
  readonly holders: readonly GraphQLArgument[];
}

/** Every field that takes ids, of interfaces too. */
export function fieldsWithIds(schema: GraphQLSchema): FieldWithIds[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  return types.flatMap((parent) =>
    Object.values(parent.getFields())
      .map((field) => ({ parent, field, holders: field.args.filter((argument) => holdsIds(field, argument)) }))
      .filter(({ holders }) => holders.length > 0),
  );
}

const holdsIds = (field: FieldWithIds['field'], argument: GraphQLArgument): boolean =>
  labelsOfArgument(field, argument, {}) !== undefined || takesIds(argument.type);

const typesWithIds = new WeakMap<object, boolean>();

/** Whether values of a type have ids in them: found once for each type, for hundreds of fields take the same filters. */
function takesIds(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  const takes = typesWithIds.get(named) ?? hasIds(named, new Set());
  typesWithIds.set(named, takes);
  return takes;
}

/** Filters hold filters: a type that is being looked into adds nothing. */
function hasIds(type: GraphQLInputType, seen: Set<string>): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return named.name === 'ID';
  if (seen.has(named.name)) return false;
  seen.add(named.name);
  return Object.values(named.getFields()).some((field) => labelsOfInput(field, {}) !== undefined || hasIds(field.type, seen));
}

/** An id, or a name in its place. */
export interface Reference {
  readonly text: string;
  /** Where it is: "where.or.0.id.eq". */
  readonly place: string;
  /** The labels of the entities that it may name; undefined where only an id of something else will do. */
  readonly labels: readonly Label[] | undefined;
}

type Change = (reference: Reference) => string;

/** Whether a text is a name. One word with the prefix of a type, such as "region:nowhere", is an id, known or not. */
export const isName = ({ text, labels }: Reference): boolean =>
  labels !== undefined && (typeOf(text) === undefined || /\s/.test(text));

/** The arguments of a field with what `change` gives in place of each id. */
export function withIds({ field, holders }: Pick<FieldWithIds, 'field' | 'holders'>, args: Arguments, change: Change): Arguments {
  const changed = holders
    .filter(({ name }) => Object.hasOwn(args, name))
    .map((argument) => [
      argument.name,
      walked(argument.type, args[argument.name], labelsOfArgument(field, argument, args), argument.name, change),
    ]);
  return { ...args, ...Object.fromEntries(changed) };
}

function walked(type: GraphQLInputType, value: unknown, labels: Reference['labels'], place: string, change: Change): unknown {
  if (value == null) return value;
  const inner = getNullableType(type);
  if (isListType(inner))
    return (value as readonly unknown[]).map((item, index) => walked(inner.ofType, item, labels, `${place}.${index}`, change));
  if (!isInputObjectType(inner))
    return inner.name === 'ID' || labels !== undefined ? change({ text: String(value), place, labels }) : value;
  const parts = Object.entries(value).map(([name, part]) => {
    const field = inner.getFields()[name];
    return [
      name,
      field === undefined ? part : walked(field.type, part, labelsAt(field, value, labels), `${place}.${name}`, change),
    ];
  });
  return Object.fromEntries(parts);
}

/** In a test of an id, what it must equal is an id; what it contains or begins with is a part of one. */
function labelsAt(field: GraphQLInputField, siblings: object, tested: Reference['labels']): Reference['labels'] {
  return labelsOfInput(field, siblings as Arguments) ?? (field.name === 'eq' || field.name === 'in' ? tested : undefined);
}

/** The ids and names among the arguments of a field. */
export function referencesOf(field: Pick<FieldWithIds, 'field' | 'holders'>, args: Arguments): Reference[] {
  const references: Reference[] = [];
  withIds(field, args, (reference) => (references.push(reference), reference.text));
  return references;
}
