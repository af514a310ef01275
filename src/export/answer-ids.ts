/** What a GraphQL query finds, as ids. */
import { getNamedType, isObjectType, Kind, OperationTypeNode, parse, print, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, FieldNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { GraphError } from '../graph/errors.js';
import { labels } from '../model/model.js';

/** A GraphQL of a graph. */
export interface Asking {
  readonly schema: GraphQLSchema;
  /** The data of an answer. Throws a GraphError with the first thing that is wrong. */
  readonly ask: (query: string, variables: Readonly<Record<string, unknown>>) => Promise<object>;
}

export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Answer {
  /** Whatever in the answer looks like the id of an entity, claim or observation. */
  readonly ids: ReadonlySet<string>;
  /** The lists that have more items than the answer, as paths. */
  readonly cut: readonly string[];
}

/**
 * The ids in the answer to a query. A list at the root is read to its end where the query pages it by a variable, as in
 * `query ($after: String) { policies(first: 100, after: $after) { … } }`. Throws BAD_USER_INPUT with what the service says is wrong.
 */
export async function idsInAnswer({ schema, ask }: Asking, { query, variables }: Operation): Promise<Answer> {
  const document = parsed(query);
  const paged = pagedIn(operationOf(document));
  const text = print(withPageInfo(document, schema));
  const found: { readonly ids: Set<string>; cut: string[] } = { ids: new Set(), cut: [] };
  for (let after: string | undefined; ;) {
    const data = await ask(
      text,
      paged === undefined || after === undefined ? variables : { ...variables, [paged.variable]: after },
    );
    collect(data, [], found);
    const page = paged === undefined ? undefined : pageInfoOf((data as Readonly<Record<string, unknown>>)[paged.key]);
    if (page?.hasNextPage !== true) return found;
    found.cut = found.cut.filter((path) => path !== paged?.key);
    after = page.endCursor;
  }
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query);
  } catch (error) {
    throw new GraphError('BAD_USER_INPUT', `The query cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function operationOf({ definitions }: DocumentNode): OperationDefinitionNode {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [operation, ...others] = operations;
  if (operation?.operation !== OperationTypeNode.QUERY || others.length > 0)
    throw new GraphError('BAD_USER_INPUT', 'The document must hold one operation, which is a query.');
  return operation;
}

/** The list at the root that is paged by a variable. */
function pagedIn({ selectionSet }: OperationDefinitionNode): { readonly key: string; readonly variable: string } | undefined {
  for (const selection of selectionSet.selections) {
    if (selection.kind !== Kind.FIELD) continue;
    const after = selection.arguments?.find(({ name }) => name.value === 'after')?.value;
    if (after?.kind === Kind.VARIABLE) return { key: (selection.alias ?? selection.name).value, variable: after.name.value };
  }
  return undefined;
}

const asked = parse('{ pageInfo { hasNextPage endCursor } truncated atEnd }').definitions[0] as OperationDefinitionNode;
const tellingFields = asked.selectionSet.selections as readonly FieldNode[];

/** The query, with every list also telling whether that is all of it. */
function withPageInfo(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave(node) {
          const type = types.getParentType();
          if (!isObjectType(type) || type === schema.getQueryType()) return undefined;
          const telling = tellingFields.filter(({ name }) => {
            const field = type.getFields()[name.value];
            return field !== undefined && (name.value !== 'pageInfo' || getNamedType(field.type).name === 'PageInfo');
          });
          return telling.length === 0 ? undefined : { ...node, selections: [...node.selections, ...telling] };
        },
      },
    }),
  );
}

/** A `key` of another view is the id with a day behind it, and no id. */
const form = new RegExp(`^(?:${[...labels, 'claim', 'observation'].join('|').toLowerCase()}):[^\\s@#]+$`);

function collect(value: unknown, path: readonly (string | number)[], found: { ids: Set<string>; cut: string[] }): void {
  if (typeof value === 'string' && form.test(value)) found.ids.add(value);
  if (typeof value !== 'object' || value === null) return;
  if (isCut(value)) found.cut.push(path.join('.'));
  for (const [key, item] of Object.entries(value)) collect(item, [...path, key], found);
}

interface PageInfo {
  readonly hasNextPage?: boolean;
  readonly endCursor?: string;
}

const pageInfoOf = (value: unknown): PageInfo | undefined => (value as { readonly pageInfo?: PageInfo } | null)?.pageInfo;

function isCut(value: object): boolean {
  const { truncated, atEnd } = value as { readonly truncated?: boolean; readonly atEnd?: boolean };
  return pageInfoOf(value)?.hasNextPage === true || truncated === true || atEnd === false;
}
