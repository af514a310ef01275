import { useEffect, useState } from 'react';
import { useClient, type Client, type CombinedError, type TypedDocumentNode } from 'urql';
import type { View } from './use-view.ts';

/** The form of every connection of the API. */
interface Connection<Item> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Item }[];
}

/** What has been read of a list. */
export interface Pages<Item> {
  readonly items: readonly Item[];
  readonly totalCount: number;
  /** Whether nothing more is read: a list that is longer than a reader looks through is read in part. */
  readonly isComplete: boolean;
}

/** In pages. */
const most = 20;

interface State<Item> {
  readonly data?: Pages<Item>;
  readonly error?: CombinedError;
  readonly isLoading: boolean;
}

type ListVariables = { after?: string | null };

/** A whole list, page after page, which a view shows from its first page on. */
export function usePages<Result, Variables extends ListVariables, Item>(
  query: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  connectionOf: (result: Result) => Connection<Item> | null | undefined,
): View<Pages<Item>> {
  const client = useClient();
  const [state, setState] = useState<State<Item>>({ isLoading: true });
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify(variables);
  useEffect(() => {
    const reading = { isCancelled: false };
    void (async () => {
      setState({ isLoading: true });
      for await (const next of statesOf(client, query, variables, connectionOf)) {
        if (reading.isCancelled) return;
        setState(next);
      }
    })();
    return () => void (reading.isCancelled = true);
  }, [client, query, key, attempt]);
  return { data: state.data, error: state.error, isLoading: state.isLoading, retry: () => setAttempt(attempt + 1) };
}

async function* statesOf<Result, Variables extends ListVariables, Item>(
  client: Client,
  query: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  connectionOf: (result: Result) => Connection<Item> | null | undefined,
): AsyncGenerator<State<Item>> {
  const items: Item[] = [];
  let after: string | null = null;
  for (let page = 1; page <= most; page++) {
    const { data, error } = await client.query<Result>(query, { ...variables, after }).toPromise();
    if (error !== undefined) {
      yield { error, isLoading: false };
      return;
    }
    const connection: Connection<Item> | null | undefined = data === undefined ? undefined : connectionOf(data);
    items.push(...(connection?.edges.map(({ node }) => node) ?? []));
    const isComplete = connection?.pageInfo.hasNextPage !== true || page === most;
    yield { data: { items: [...items], totalCount: connection?.totalCount ?? 0, isComplete }, isLoading: !isComplete };
    if (isComplete) return;
    after = connection.pageInfo.endCursor;
  }
}
