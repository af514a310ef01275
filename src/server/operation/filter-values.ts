/** A condition without a value must not widen a list to everything: a null in a filter, and a variable that is misspelt or missing, is an error. */
import {
  GraphQLError,
  GraphQLID,
  Kind,
  getNullableType,
  isRequiredArgument,
  type ArgumentNode,
  type GraphQLArgument,
  type ValueNode,
} from 'graphql';
import { contains, isIncluded, type Part, type SelectedField, type Selection, type Variables } from './selection.js';

/** Arguments that say how a list is shown, or how far a question reaches: without a value they have a default. All others are conditions. */
const presentation: ReadonlySet<string> = new Set(
  'first last after before orderBy lang scope includeParts rollUpTo since asOf'.split(' '),
);

/** A condition that a request may leave without a value. */
interface Condition {
  readonly node: ArgumentNode;
  readonly definition: GraphQLArgument;
  /** The parts of the selection that it is in: it is not looked at where one of them is left out. */
  readonly within: readonly Part[];
}

const conditions = new WeakMap<Selection, readonly Condition[]>();

/** Throws for a condition that has no value. */
export function mustHaveValues(selection: Selection, variables: Variables): void {
  const found = conditions.get(selection) ?? conditionsIn(selection, []);
  conditions.set(selection, found);
  for (const { node, definition, within } of found)
    if (within.every((part) => isIncluded(part, variables)) && !isOption(node, definition, variables))
      check(node.value, node.name.value, variables);
}

/** A literal has its value, unless it is null. */
function conditionsIn({ parts }: Selection, within: readonly Part[]): Condition[] {
  return parts.flatMap((part) => {
    const inside = [...within, part];
    const own = part.field === undefined ? [] : argumentsOf(part.field);
    return [...own.map((each) => ({ ...each, within: inside })), ...conditionsIn(part.inner, inside)];
  });
}

function argumentsOf({ parent, definition: { args }, node }: SelectedField): Omit<Condition, 'within'>[] {
  if (parent.name === 'Mutation') return []; // in what is written, null takes something away
  return (node.arguments ?? []).flatMap((node) => {
    const definition = args.find(({ name }) => name === node.name.value);
    const isCondition = definition !== undefined && !isRequiredArgument(definition) && !presentation.has(definition.name);
    return isCondition && contains(node, Kind.VARIABLE, Kind.NULL) ? [{ node, definition }] : [];
  });
}

/** An argument whose variable is missing is omitted, as GraphQL requires: `types: $types` is optional. A single id is the subject of the query and is not optional. */
function isOption({ value }: ArgumentNode, { type }: GraphQLArgument, variables: Variables): boolean {
  if (value.kind !== Kind.VARIABLE || Object.hasOwn(variables, value.name.value)) return false;
  return getNullableType(type) !== GraphQLID;
}

/** `place` is the path of the value: "where.not.issuedBy". */
function check(node: ValueNode, place: string, variables: Variables): void {
  if (node.kind === Kind.NULL) throw isNull(place, node);
  if (node.kind === Kind.LIST) for (const item of node.values) check(item, place, variables);
  if (node.kind === Kind.OBJECT) for (const { name, value } of node.fields) check(value, `${place}.${name.value}`, variables);
  if (node.kind !== Kind.VARIABLE) return;
  const { value: variable } = node.name;
  if (!Object.hasOwn(variables, variable))
    throw refusal(
      `"${place}" is the variable "$${variable}", which has no value: give it one, or leave the condition out.`,
      node,
    );
  checkGiven(variables[variable], place, node);
}

function checkGiven(value: unknown, place: string, node: ValueNode): void {
  if (value === null) throw isNull(place, node);
  if (Array.isArray(value)) for (const item of value) checkGiven(item, place, node);
  else if (typeof value === 'object')
    for (const [name, part] of Object.entries(value ?? {})) checkGiven(part, `${place}.${name}`, node);
}

function isNull(place: string, node: ValueNode): GraphQLError {
  const isTest = /(?<!\.count)\.(eq|in|contains|startsWith|gte?|lte?)$/.test(place); // a count is always known
  const instead = isTest ? 'ask for "known: false" to find what has no value' : 'leave it out to set no condition';
  return refusal(`"${place}" must not be null: give a value, or ${instead}.`, node);
}

const refusal = (message: string, node: ValueNode): GraphQLError =>
  new GraphQLError(message, { nodes: node, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
