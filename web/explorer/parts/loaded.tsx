import { useEffect, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import type { View } from '../api/use-view.ts';

interface LoadedProps<Result> {
  readonly view: View<Result>;
  readonly children: (data: Result) => ReactNode;
}

/** A view's content when it is there, and until then why it is not. */
export function Loaded<Result>({ view, children }: LoadedProps<Result>): ReactNode {
  if (view.data !== undefined) return children(view.data);
  if (view.error !== undefined) return <Failed view={view} />;
  return <Loading />;
}

/** Milliseconds after which a reader wonders. */
const patience = 2_000;

export function Loading() {
  const t = useTranslations('states');
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="state" role="status">
      {t(isSlow ? 'slow' : 'loading')}
    </p>
  );
}

export function Failed<Result>({ view: { error, retry } }: { readonly view: View<Result> }) {
  const t = useTranslations('states');
  const refused = error?.graphQLErrors[0]?.message;
  return (
    <div className="state" role="alert">
      <p>{refused === undefined ? t('failed') : t('refused', { reason: refused })}</p>
      <Button onPress={retry}>{t('retry')}</Button>
    </div>
  );
}
