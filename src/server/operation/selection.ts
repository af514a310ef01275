/**
 * The fields of an operation with their definitions, fragments expanded: made once for each document. What depends on variables is worked out from it for each
 * request, so that the document is not walked again.
 */
import {
  GraphQLError,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  visit,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;

export interface Selection {
  /** The names of the object types that it may be of. */
  readonly types: readonly string[];
  readonly parts: readonly Part[];
  /** Whether anything in it depends on variables. */
  readonly varies: boolean;
}

/** A field, or a fragment where it is spread. */
export interface Part {
  readonly node: SelectionNode;
  readonly field?: SelectedField;
  readonly inner: Selection;
}

export interface SelectedField {
  readonly parent: GraphQLCompositeType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
}

const selections = new WeakMap<OperationDefinitionNode, Selection>();

/** The selection of an operation of a valid document. It is kept for as long as the document is. */
export function selectionOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Selection {
  const known = selections.get(operation);
  if (known !== undefined) return known;
  const root = schema.getRootType(operation.operation);
  const selection = root == null ? none : new Selecting(schema, document).selection(operation.selectionSet, root);
  selections.set(operation, selection);
  return selection;
}

/** Whether `@skip` and `@include` leave a part in. */
export const isIncluded = ({ node }: Part, variables: Variables): boolean =>
  node.directives === undefined ||
  node.directives.length === 0 ||
  (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false);

const none: Selection = { types: [], parts: [], varies: false };

/** Fragments that spread fragments may make a small document a large selection. */
const most = 10_000;

class Selecting {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private parts = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    { definitions }: DocumentNode,
  ) {
    const fragments = definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  selection({ selections }: SelectionSetNode, type: GraphQLCompositeType): Selection {
    const parts = selections.flatMap((node) => this.part(node, type) ?? []);
    const varies = parts.some(({ node, inner }) => inner.varies || hasVariables(node));
    const types = isAbstractType(type) ? this.schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
    return { types, parts, varies };
  }

  private part(node: SelectionNode, type: GraphQLCompositeType): Part | undefined {
    if (++this.parts > most) throw new GraphQLError('Query exceeds the maximum allowed number of nodes.');
    if (node.kind === Kind.FIELD) return this.field(node, type);
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.fragments.get(node.name.value);
    if (fragment === undefined) return undefined;
    const narrowed = fragment.typeCondition === undefined ? type : this.schema.getType(fragment.typeCondition.name.value);
    return isCompositeType(narrowed) ? { node, inner: this.selection(fragment.selectionSet, narrowed) } : undefined;
  }

  private field(node: FieldNode, parent: GraphQLCompositeType): Part | undefined {
    const definition = definitionOf(node.name.value, parent);
    if (definition === undefined) return undefined;
    const type = getNamedType(definition.type);
    const inner = node.selectionSet !== undefined && isCompositeType(type) ? this.selection(node.selectionSet, type) : none;
    return { node, field: { parent, definition, node }, inner };
  }
}

const metaFields: readonly GraphQLField<unknown, unknown>[] = [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef];

const definitionOf = (name: string, parent: GraphQLCompositeType): GraphQLField<unknown, unknown> | undefined =>
  metaFields.find((field) => field.name === name) ??
  (isObjectType(parent) || 'getFields' in parent ? parent.getFields()[name] : undefined);

/** In the arguments and directives of a field or spread; what it selects is not looked into. */
function hasVariables(node: SelectionNode): boolean {
  const own = [...(node.directives ?? []), ...(node.kind === Kind.FIELD ? (node.arguments ?? []) : [])];
  return own.some((each) => contains(each, Kind.VARIABLE));
}

/** Whether a node of one of these kinds is in a value or directive. */
export function contains(node: ASTNode, ...kinds: readonly Kind[]): boolean {
  let found = false;
  visit(node, { enter: ({ kind }) => void (found ||= kinds.includes(kind)) });
  return found;
}
