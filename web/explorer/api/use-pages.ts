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
  /** Reads as many pages again; undefined where none is left, or some are being read. */
  readonly more: (() => void) | undefined;
}

type ListVariables = { after?: string | null };

interface List<Result, Variables, Item> {
  readonly query: TypedDocumentNode<Result, Variables>;
  readonly variables: Variables;
  readonly connectionOf: (result: Result) => Connection<Item> | null | undefined;
  /** How many pages are read before a reader asks for more. */
  readonly pages: number;
}

interface State<Item> {
  /** Of what: the variables of the list. */
  readonly key: string;
  readonly items?: readonly Item[];
  readonly totalCount: number;
  /** The cursor of the next page; null after the last one. */
  readonly after: string | null;
  readonly error?: CombinedError;
  readonly isLoading: boolean;
}

const start = (key: string) => ({ key, totalCount: 0, after: null, isLoading: true });

/** A list, page after page, which a view shows from its first page on. */
export function usePages<Result, Variables extends ListVariables, Item>(list: List<Result, Variables, Item>): View<Pages<Item>> {
  const client = useClient();
  const key = JSON.stringify(list.variables);
  const [state, setState] = useState<State<Item>>(start(key));
  const [round, setRound] = useState(1);
  const current = state.key === key ? state : start(key);
  useEffect(() => {
    const reading = { isCancelled: false };
    void (async () => {
      for await (const next of statesFrom(current, list, client)) {
        if (reading.isCancelled) return;
        setState(next);
      }
    })();
    return () => void (reading.isCancelled = true);
  }, [client, list.query, key, round]);
  const { items, totalCount, after, error, isLoading }: State<Item> = current;
  const next = () => setRound(round + 1);
  const more = after === null || isLoading ? undefined : next;
  return { data: items && { items, totalCount, more }, error, isLoading, retry: next };
}

/** What is read, after each page. */
async function* statesFrom<Result, Variables extends ListVariables, Item>(
  { key, items = [], after: first }: State<Item>,
  { query, variables, connectionOf, pages }: List<Result, Variables, Item>,
  client: Client,
): AsyncGenerator<State<Item>> {
  const all = [...items];
  let after = first;
  for (let page = 1; page <= pages; page++) {
    const { data, error } = await client.query<Result>(query, { ...variables, after }).toPromise();
    const { edges = [], pageInfo, totalCount = 0 } = (data && connectionOf(data)) ?? {};
    all.push(...edges.map(({ node }) => node));
    if (error === undefined) after = pageInfo?.hasNextPage === true ? pageInfo.endCursor : null;
    const isLast = after === null || error !== undefined || page === pages;
    yield { key, ...(data && { items: [...all] }), totalCount, after, ...(error && { error }), isLoading: !isLast };
    if (isLast) return;
  }
}
