import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';

/** In place of a view that failed, or whose script could not be loaded; the header and the other views still work. */
export function FailedView({ error, reset }: ErrorComponentProps) {
  const t = useTranslations('shell');
  return (
    <div role="alert">
      <h1>{t('failedTitle')}</h1>
      <div className="state">
        <p>{t('failed', { reason: error instanceof Error ? error.message : String(error) })}</p>
        <Button onPress={reset}>{t('retry')}</Button> <Link to="/">{t('backToFind')}</Link>
      </div>
    </div>
  );
}
