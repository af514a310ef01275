/** A subscription has one root field, whatever its variables are: GraphQL has no @skip and no @include there, and graphql-js says so by blaming the variable. */
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { parseOptions } from './document-limits.js';

/** Throws for a document with a subscription whose root field is conditional. */
export function mustHavePlainRoot({ definitions }: DocumentNode): void {
  const fragments = new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
  );
  for (const each of definitions)
    if (each.kind === Kind.OPERATION_DEFINITION && each.operation === OperationTypeNode.SUBSCRIPTION)
      mustBePlain(each.selectionSet, fragments);
}

/** The same for a text that was not parsed yet: validation by Apollo would fail of it. Nearly all texts are ruled out by a missing word. */
export function conditionalRoot(query: string): GraphQLError | undefined {
  if (!query.includes('subscription') || !query.includes('@')) return undefined;
  try {
    mustHavePlainRoot(parse(query, parseOptions));
    return undefined;
  } catch (error) {
    return error instanceof GraphQLError && error.extensions['code'] !== undefined ? error : undefined; // the parser reports what is no GraphQL
  }
}

/** Each fragment is looked into once: they may spread one another. */
function mustBePlain({ selections }: SelectionSetNode, fragments: Map<string, FragmentDefinitionNode>): void {
  for (const selection of selections) {
    const condition = selection.directives?.find(({ name: { value } }) => value === 'include' || value === 'skip');
    if (condition !== undefined)
      throw new GraphQLError(
        `A subscription must not use "@${condition.name.value}" on its root field: remove the directive, or do not subscribe.`,
        { nodes: condition, extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } },
      );
    if (selection.kind === Kind.INLINE_FRAGMENT) mustBePlain(selection.selectionSet, fragments);
    if (selection.kind !== Kind.FRAGMENT_SPREAD) continue;
    const fragment = fragments.get(selection.name.value);
    fragments.delete(selection.name.value);
    if (fragment !== undefined) mustBePlain(fragment.selectionSet, fragments);
  }
}
