/** The file of POLICYGRAPH_OPERATIONS: the operations of an app, as the tools that generate its code write them. */
import { readFileSync } from 'node:fs';
import { parse, validate, type GraphQLSchema } from 'graphql';
import { SettingsError } from '../../settings/settings-error.js';

/** The text of each operation, by its id. */
export type ListedOperations = ReadonlyMap<string, string>;

const forms =
  'it must be JSON such as {"ID": "query { … }"}, as GraphQL Code Generator writes persisted documents, or an Apollo manifest of persisted queries';

const wrong = (problem: string) => new SettingsError(`POLICYGRAPH_OPERATIONS ${problem}.`);

/** Throws a SettingsError for a file that cannot be read, or an operation that does not match the schema. */
export function readListedOperations(file: string, schema: GraphQLSchema): ListedOperations {
  const operations = new Map(entriesOf(contentOf(file), file));
  if (operations.size === 0) throw wrong(`${file} lists no operation: ${forms}`);
  for (const [id, text] of operations) {
    const problem = problemOf(text, schema);
    if (problem !== undefined)
      throw wrong(`${file} lists the operation ${JSON.stringify(id)}, which is wrong: ${problem.replace(/\.$/, '')}`);
  }
  return operations;
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw wrong(code === undefined ? `${file} is not JSON: ${forms}` : `${file} cannot be read (${code})`);
  }
}

/** What an Apollo manifest has under "operations". */
interface ManifestEntry {
  readonly id: string;
  readonly body: string;
}

function entriesOf(content: unknown, file: string): (readonly [id: string, text: string])[] {
  const { operations = content } = (content ?? {}) as { readonly operations?: unknown };
  const entries: (readonly [unknown, unknown])[] = Array.isArray(operations)
    ? (operations as readonly Partial<ManifestEntry>[]).map((entry) => [entry?.id, entry?.body])
    : Object.entries(operations ?? {});
  if (!entries.every(isEntry)) throw wrong(`${file} is not a list of operations: ${forms}`);
  return entries;
}

const isEntry = (entry: readonly [unknown, unknown]): entry is readonly [string, string] =>
  entry.every((part) => typeof part === 'string' && part !== '');

function problemOf(text: string, schema: GraphQLSchema): string | undefined {
  try {
    return validate(schema, parse(text))[0]?.message;
  } catch (error) {
    return (error as Error).message;
  }
}
