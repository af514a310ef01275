import { useQuery, type AnyVariables, type TypedDocumentNode } from 'urql';
import type { View } from '../api/use-view.ts';

/** What is known at once, and then what the service has now: other reviewers change it too. */
export function useFreshView<Result, Variables extends AnyVariables>(
  query: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): View<Result> {
  const [{ data, error, fetching }, execute] = useQuery<Result, Variables>({
    query,
    variables,
    requestPolicy: 'cache-and-network',
  });
  return { data: data ?? undefined, error, isLoading: fetching, retry: () => execute({ requestPolicy: 'network-only' }) };
}
