/** What an operation selects below a field, with its fragments spread and its directives applied. */
import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getDirectiveValues,
  isAbstractType,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLResolveInfo,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** A field of the answer, which may be written several times. */
export interface SelectedField {
  /** Of the schema. */
  readonly name: string;
  /** Of the answer. */
  readonly key: string;
  readonly nodes: [FieldNode, ...FieldNode[]];
  /** The type in which it is selected: a part of the selected type where a fragment says so. */
  readonly type: GraphQLCompositeType;
}

/** The fields that are selected of a type, in all places where its field is written. */
export function fieldsIn(
  nodes: readonly Pick<FieldNode | OperationDefinitionNode, 'selectionSet'>[],
  type: GraphQLCompositeType,
  info: GraphQLResolveInfo,
): SelectedField[] {
  const found = new Map<string, SelectedField>();
  for (const { selectionSet } of nodes) if (selectionSet !== undefined) collect(selectionSet, type, info, found);
  return [...found.values()];
}

function collect(
  { selections }: SelectionSetNode,
  type: GraphQLCompositeType,
  info: GraphQLResolveInfo,
  found: Map<string, SelectedField>,
): void {
  for (const selection of selections.filter((each) => isIncluded(each, info))) {
    if (selection.kind === Kind.FIELD) {
      add(selection, type, found);
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? info.fragments[selection.name.value] : selection;
    if (fragment === undefined) continue;
    const name = fragment.typeCondition?.name.value;
    const condition = name === undefined ? type : (info.schema.getType(name) as GraphQLCompositeType);
    if (canBe(type, condition, info)) collect(fragment.selectionSet, narrower(type, condition, info), info, found);
  }
}

function add(node: FieldNode, type: GraphQLCompositeType, found: Map<string, SelectedField>): void {
  const key = (node.alias ?? node.name).value;
  const id = `${type.name} ${key}`;
  const known = found.get(id);
  if (known === undefined) found.set(id, { name: node.name.value, key, nodes: [node], type });
  else known.nodes.push(node);
}

/** A fragment on another type selects nothing of an object. */
const canBe = (type: GraphQLCompositeType, condition: GraphQLCompositeType, { schema }: GraphQLResolveInfo): boolean =>
  type === condition || isAbstractType(type) || (isAbstractType(condition) && schema.isSubType(condition, type));

/** A fragment on something wider does not narrow. */
const narrower = (type: GraphQLCompositeType, condition: GraphQLCompositeType, { schema }: GraphQLResolveInfo) =>
  type === condition || (isAbstractType(condition) && schema.isSubType(condition, type as never)) ? type : condition;

function isIncluded(selection: SelectionNode, { variableValues }: GraphQLResolveInfo): boolean {
  if (selection.directives === undefined || selection.directives.length === 0) return true;
  return (
    getDirectiveValues(GraphQLSkipDirective, selection, variableValues)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, selection, variableValues)?.['if'] !== false
  );
}
