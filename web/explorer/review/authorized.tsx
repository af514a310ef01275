import { useState, type ReactNode } from 'react';
import { apiKey } from '../api/api-key.ts';
import type { View } from '../api/use-view.ts';
import { Loaded } from '../parts/loaded.tsx';
import { KeyForm } from './key-form.tsx';

/** What only editors see: nothing is asked for before there is a key. */
export function WithKey({ children }: { readonly children: ReactNode }): ReactNode {
  const [hasKey, setKey] = useState(apiKey() !== undefined);
  return hasKey ? children : <KeyForm isRefused={false} isTrying={false} onKey={() => setKey(true)} />;
}

interface AuthorizedProps<Result> {
  readonly view: View<Result>;
  readonly children: (data: Result) => ReactNode;
}

/** A view's content; the form for another key where the service does not accept this one. */
export function Authorized<Result>({ view, children }: AuthorizedProps<Result>): ReactNode {
  const isRefused = view.error?.graphQLErrors[0]?.extensions['code'] === 'UNAUTHENTICATED';
  if (isRefused) return <KeyForm isRefused isTrying={view.isLoading} onKey={view.retry} />;
  return <Loaded view={view}>{children}</Loaded>;
}
