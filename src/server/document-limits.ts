/**
 * Limits of a GraphQL document, measured before it is validated: validation itself is what some documents are made to stall.
 * One pass over the text, one over the document, and each fragment is measured once, however often it is spread.
 */
import {
  GraphQLError,
  Kind,
  Lexer,
  Source,
  TokenKind,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { limits } from '../limits.js';
import { documentCache } from './operation/documents.js';

type Limit = keyof typeof limits.document;

export const documentLimits = Object.fromEntries(
  Object.entries(limits.document).map(([name, { value }]) => [name, value]),
) as Record<Limit, number>;

/** How documents are parsed, validated and executed, however they came. */
export const parseOptions = { maxTokens: documentLimits.tokens };
export const validationOptions = { maxErrors: 10 };
export const executionOptions = { maxCoercionErrors: 10 };

const complaints: Readonly<Record<Limit, (limit: string) => string>> = {
  characters: (limit) => `is too long: at most ${limit} characters`,
  lines: (limit) => `is too long: at most ${limit} lines`,
  tokens: (limit) => `is too long: at most ${limit} tokens`,
  brackets: (limit) => `nests brackets too deeply: at most ${limit} levels`,
  directives: (limit) => `has too many directives: at most ${limit}`,
  definitions: (limit) => `has too many operations and fragments: at most ${limit}`,
  variables: (limit) => `has too many variables: at most ${limit}`,
  depth: (limit) => `nests fields too deeply: at most ${limit} levels`,
  aliases: (limit) => `has too many aliases: at most ${limit}`,
  fields: (limit) => `has too many fields, counting fragments where they are spread: at most ${limit}`,
};

interface Size {
  depth: number;
  aliases: number;
  fields: number;
}

/** What was found about texts that came before. */
const measured = documentCache<{ readonly problem: GraphQLError | undefined }>((_, query) => query.length);

/** What is wrong with the size of a query, or undefined. A text that is no GraphQL is left to the parser to refuse. */
export function oversize(query: string): GraphQLError | undefined {
  const known = measured.get(query);
  if (known !== undefined) return known.problem;
  const problem = measure(query);
  measured.set(query, { problem });
  return problem;
}

function measure(query: string): GraphQLError | undefined {
  const problem = firstOver({ characters: query.length }) ?? firstOver(sizeOfText(query)) ?? firstOver(sizeOf(parsed(query)));
  return problem === undefined
    ? undefined
    : new GraphQLError(`The query ${problem}.`, { extensions: { code: 'QUERY_TOO_EXPENSIVE' } });
}

function firstOver(size: Readonly<Partial<Record<Limit, number>>>): string | undefined {
  const over = (Object.keys(size) as Limit[]).find((limit) => (size[limit] ?? 0) > documentLimits[limit]);
  return over === undefined ? undefined : complaints[over](documentLimits[over].toLocaleString('en'));
}

const opening: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Counts what a parser would stall on, or overflow with: it calls itself for every bracket. */
function sizeOfText(query: string): Pick<Record<Limit, number>, 'lines' | 'tokens' | 'brackets' | 'directives'> {
  const lexer = new Lexer(new Source(query));
  let [tokens, open, brackets, directives] = [0, 0, 0, 0];
  try {
    for (let { kind } = lexer.advance(); kind !== TokenKind.EOF && tokens <= documentLimits.tokens; { kind } = lexer.advance()) {
      tokens++;
      open += opening.has(kind) ? 1 : closing.has(kind) ? -1 : 0;
      brackets = Math.max(brackets, open);
      directives += kind === TokenKind.AT ? 1 : 0;
    }
  } catch {
    // What is no token: the parser says where.
  }
  return { lines: lexer.line, tokens, brackets, directives };
}

const nothingParsed: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { noLocation: true });
  } catch {
    return nothingParsed;
  }
}

function sizeOf(document: DocumentNode): Size & { readonly definitions: number; readonly variables: number } {
  const { definitions } = document;
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const known = new Map<string, Size>();
  const sizes = [
    ...operations.map(({ selectionSet }) => sizeOfSelections(selectionSet, fragments, known)),
    ...[...fragments.values()].map((fragment) => sizeOfFragment(fragment, fragments, known)),
  ];
  const variables = operations.flatMap(({ variableDefinitions }) => variableDefinitions ?? []).length;
  return { definitions: definitions.length, variables, ...sizes.reduce(larger, nothing()) };
}

function sizeOfFragment(
  fragment: FragmentDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  known: Map<string, Size>,
): Size {
  const name = fragment.name.value;
  const measured = known.get(name);
  if (measured !== undefined) return measured;
  known.set(name, nothing()); // A fragment that contains itself adds nothing here; validation refuses it.
  const size = sizeOfSelections(fragment.selectionSet, fragments, known);
  known.set(name, size);
  return size;
}

function sizeOfSelections(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  known: Map<string, Size>,
): Size {
  const total = nothing();
  for (const selection of selections) {
    const inside =
      'selectionSet' in selection && selection.selectionSet !== undefined
        ? sizeOfSelections(selection.selectionSet, fragments, known)
        : spread(selection, fragments, known);
    const field = selection.kind === Kind.FIELD ? 1 : 0;
    total.depth = Math.max(total.depth, inside.depth + field);
    total.fields += inside.fields + field;
    total.aliases += inside.aliases + (selection.kind === Kind.FIELD && selection.alias !== undefined ? 1 : 0);
  }
  return total;
}

function spread(
  selection: SelectionSetNode['selections'][number],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  known: Map<string, Size>,
): Size {
  const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : undefined;
  return fragment === undefined ? nothing() : sizeOfFragment(fragment, fragments, known);
}

const nothing = (): Size => ({ depth: 0, aliases: 0, fields: 0 });
const larger = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  aliases: Math.max(a.aliases, b.aliases),
  fields: Math.max(a.fields, b.fields),
});
