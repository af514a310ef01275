import { useQuery, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';

/** What a view knows of its data: shown by `<Loaded>`. */
export interface View<Result> {
  readonly data: Result | undefined;
  readonly error: CombinedError | undefined;
  readonly isLoading: boolean;
  readonly retry: () => void;
}

/** The answer to an operation, from the cache where it is there. */
export function useView<Result, Variables extends AnyVariables>(
  query: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): View<Result> {
  const [{ data, error, fetching }, execute] = useQuery<Result, Variables>({ query, variables });
  return { data: data ?? undefined, error, isLoading: fetching, retry: () => execute({ requestPolicy: 'network-only' }) };
}
