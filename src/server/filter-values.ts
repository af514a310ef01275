/** A condition without a value must not widen a list to everything: a null in a filter, and a variable that is misspelt or missing, is an error. */
import type { ApolloServerPlugin } from '@apollo/server';
import {
  GraphQLError,
  GraphQLID,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  TypeInfo,
  getDirectiveValues,
  getNullableType,
  getVariableValues,
  isRequiredArgument,
  visit,
  visitWithTypeInfo,
  type ArgumentNode,
  type ASTNode,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValueNode,
} from 'graphql';
import { mustBeDeclared } from './declared-variables.js';

type Variables = Readonly<Record<string, unknown>>;

/** Arguments that say how a list is shown, or how far a question reaches: without a value they have a default. All others are conditions. */
const presentation: ReadonlySet<string> = new Set(
  'first last after before orderBy lang scope includeParts rollUpTo since asOf'.split(' '),
);

/** Throws for a variable that the document does not declare, and for a condition that has no value. */
export function mustHaveValues(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Variables = {},
): void {
  mustBeDeclared(document, given);
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
  if (coerced !== undefined) visit(operation, visitorOf(schema, document, coerced)); // what does not fit, execution refuses
}

export function filterValuesPlugin(schema: GraphQLSchema): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request }) {
          if (operation !== undefined) mustHaveValues(schema, document, operation, request.variables);
        },
      };
    },
  };
}

/** Looks at every argument that is asked with, in fragments too, each once. */
function visitorOf(schema: GraphQLSchema, { definitions }: DocumentNode, variables: Variables): ASTVisitor {
  const types = new TypeInfo(schema);
  const unseen = new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
  );
  const visitor = visitWithTypeInfo(types, {
    enter(node) {
      if (node.kind === Kind.DIRECTIVE || (isSelection(node) && isLeftOut(node, variables))) return false;
      if (node.kind === Kind.ARGUMENT && isCondition(types) && !isOption(node, types, variables))
        check(node.value, node.name.value, variables);
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = unseen.get(node.name.value);
        unseen.delete(node.name.value);
        if (fragment !== undefined) visit(fragment, visitor);
      }
      return undefined;
    },
  });
  return visitor;
}

const isSelection = (node: ASTNode): node is SelectionNode =>
  node.kind === Kind.FIELD || node.kind === Kind.FRAGMENT_SPREAD || node.kind === Kind.INLINE_FRAGMENT;

const isLeftOut = (node: SelectionNode, variables: Variables): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true ||
  getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] === false;

/** In what is written, null takes something away. */
function isCondition(types: TypeInfo): boolean {
  const argument = types.getArgument();
  if (argument == null || isRequiredArgument(argument) || presentation.has(argument.name)) return false;
  return types.getParentType()?.name !== 'Mutation';
}

/** An argument whose variable is missing is omitted, as GraphQL requires: `types: $types` is optional. A single id is the subject of the query and is not optional. */
function isOption({ value }: ArgumentNode, types: TypeInfo, variables: Variables): boolean {
  if (value.kind !== Kind.VARIABLE || Object.hasOwn(variables, value.name.value)) return false;
  return getNullableType(types.getInputType()) !== GraphQLID;
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
