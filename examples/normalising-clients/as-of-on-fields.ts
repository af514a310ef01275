import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type ObjectFieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';

/** Moves `@asOf` from a query to its root fields, where caches see it. Root fields in fragments are not moved. */
export const asOfOnFields = ({ kind, definitions }: DocumentNode): DocumentNode => ({
  kind,
  definitions: definitions.map((each) => (each.kind === Kind.OPERATION_DEFINITION ? moved(each) : each)),
});

function moved(operation: OperationDefinitionNode): OperationDefinitionNode {
  const directives = operation.directives ?? [];
  const asOf = directives.find(({ name }) => name.value === 'asOf');
  if (asOf === undefined) return operation;
  const fields = (asOf.arguments ?? []).map(({ name, value }): ObjectFieldNode => ({ kind: Kind.OBJECT_FIELD, name, value }));
  const withAsOf = (each: SelectionNode) =>
    each.kind === Kind.FIELD && !each.name.value.startsWith('__') ? withArgument(each, fields) : each;
  return {
    ...operation,
    directives: directives.filter((each) => each !== asOf),
    selectionSet: { ...operation.selectionSet, selections: operation.selectionSet.selections.map(withAsOf) },
  };
}

/** What the field asks for itself wins. */
function withArgument(field: FieldNode, fields: readonly ObjectFieldNode[]): FieldNode {
  const { arguments: args = [] } = field;
  const value = args.find(({ name }) => name.value === 'asOf')?.value;
  if (value?.kind === Kind.VARIABLE) throw new Error('"asOf" must not be a variable in an operation with "@asOf".');
  const own = value?.kind === Kind.OBJECT ? value.fields : [];
  const inherited = fields.filter(({ name }) => !own.some((each) => each.name.value === name.value));
  return {
    ...field,
    arguments: [
      ...args.filter(({ name }) => name.value !== 'asOf'),
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'asOf' },
        value: { kind: Kind.OBJECT, fields: [...inherited, ...own] },
      },
    ],
  };
}
