/**
 * Limits of a GraphQL document, measured before it is validated: validation itself is what some documents are made to stall.
 * One pass over the document, and each fragment is measured once, however often it is spread.
 */
import { GraphQLError, Kind, parse, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

export const documentLimits = {
  /** Tokens of the text. */
  tokens: 5_000,
  /** Fields inside one another. */
  depth: 20,
  /** Fields under another name. */
  aliases: 100,
  /** Directives that are applied. */
  directives: 50,
  /** Fields with every fragment written out. */
  fields: 2_000,
};

interface Size {
  depth: number;
  aliases: number;
  directives: number;
  fields: number;
}

const messages: Readonly<Record<keyof Size, string>> = {
  depth: 'nests fields too deeply',
  aliases: 'has too many aliases',
  directives: 'has too many directives',
  fields: 'has too many fields, counting fragments where they are spread',
};

/** What is wrong with the size of a query, or undefined. A text that is no GraphQL is left to the parser to refuse. */
export function oversize(query: string): GraphQLError | undefined {
  const document = parsed(query);
  if (document instanceof GraphQLError) return document;
  const size = document === undefined ? undefined : sizeOf(document);
  const over = (Object.keys(messages) as (keyof Size)[]).find((kind) => size !== undefined && size[kind] > documentLimits[kind]);
  return over === undefined ? undefined : tooExpensive(`The query ${messages[over]}: at most ${documentLimits[over].toLocaleString('en')} ${over === 'depth' ? 'levels' : over}.`);
}

function parsed(query: string): DocumentNode | GraphQLError | undefined {
  try {
    return parse(query, { noLocation: true, maxTokens: documentLimits.tokens });
  } catch (error) {
    return /more than|more that/.test((error as Error).message) ? tooExpensive(`The query is too long: at most ${documentLimits.tokens.toLocaleString('en')} tokens.`) : undefined;
  }
}

function tooExpensive(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'QUERY_TOO_EXPENSIVE' } });
}

function sizeOf(document: DocumentNode): Size {
  const fragments = new Map(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [])));
  const known = new Map<string, Size>();
  const sizes = document.definitions.map((definition) => {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) return sizeOfFragment(definition, fragments, known);
    return definition.kind === Kind.OPERATION_DEFINITION ? plusDirectives(sizeOfSelections(definition.selectionSet, fragments, known), definition.directives) : nothing();
  });
  return sizes.reduce(larger, nothing());
}

function sizeOfFragment(fragment: FragmentDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>, known: Map<string, Size>): Size {
  const name = fragment.name.value;
  const measured = known.get(name);
  if (measured !== undefined) return measured;
  known.set(name, nothing()); // A fragment that contains itself adds nothing here; validation refuses it.
  const size = sizeOfSelections(fragment.selectionSet, fragments, known);
  known.set(name, size);
  return size;
}

function sizeOfSelections({ selections }: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>, known: Map<string, Size>): Size {
  const total = nothing();
  for (const selection of selections) {
    const inside = 'selectionSet' in selection && selection.selectionSet !== undefined ? sizeOfSelections(selection.selectionSet, fragments, known) : spread(selection, fragments, known);
    const field = selection.kind === Kind.FIELD ? 1 : 0;
    total.depth = Math.max(total.depth, inside.depth + field);
    total.fields += inside.fields + field;
    total.aliases += inside.aliases + (selection.kind === Kind.FIELD && selection.alias !== undefined ? 1 : 0);
    total.directives += inside.directives + (selection.directives?.length ?? 0);
  }
  return total;
}

function spread(selection: SelectionSetNode['selections'][number], fragments: ReadonlyMap<string, FragmentDefinitionNode>, known: Map<string, Size>): Size {
  const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : undefined;
  return fragment === undefined ? nothing() : sizeOfFragment(fragment, fragments, known);
}

const nothing = (): Size => ({ depth: 0, aliases: 0, directives: 0, fields: 0 });
const plusDirectives = (size: Size, directives: readonly unknown[] = []): Size => ({ ...size, directives: size.directives + directives.length });
const larger = (a: Size, b: Size): Size => ({ depth: Math.max(a.depth, b.depth), aliases: Math.max(a.aliases, b.aliases), directives: Math.max(a.directives, b.directives), fields: Math.max(a.fields, b.fields) });
