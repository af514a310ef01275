import type { TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';
import { createClient } from 'graphql-sse';

const service = process.env['POLICYGRAPH_URL'] ?? 'http://127.0.0.1:4000';
const key = process.env['POLICYGRAPH_KEY'];
const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: unknown }[];
}

/** Runs a query or mutation, and throws its errors: with `extensions.problems`, what is wrong with a change. */
export async function run<Data, Variables>(operation: TadaDocumentNode<Data, Variables>, variables: Variables): Promise<Data> {
  const response = await fetch(`${service}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(operation), variables }),
  });
  return dataOf((await response.json()) as Answer<Data>);
}

/** The answers of a subscription, as they come. The connection closes when the loop over them ends. */
export async function* follow<Data, Variables extends Record<string, unknown>>(
  operation: TadaDocumentNode<Data, Variables>,
  variables: Variables,
): AsyncGenerator<Data> {
  const client = createClient({ url: `${service}/graphql/stream`, headers });
  try {
    for await (const answer of client.iterate<Data>({ query: print(operation), variables })) yield dataOf(answer as Answer<Data>);
  } finally {
    client.dispose();
  }
}

function dataOf<Data>({ data, errors }: Answer<Data>): Data {
  if (errors !== undefined || data == null) throw new Error(JSON.stringify(errors, null, 2));
  return data;
}
