import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';

/**
 * In place of a view that failed, or whose script could not be loaded; the header and the other views still work. It tries again by loading the page, whose address
 * has all of its state: browsers and React keep the failure of a script as long as the page.
 */
export function FailedView({ error }: Pick<ErrorComponentProps, 'error'>) {
  const t = useTranslations('shell');
  return (
    <div role="alert">
      <h1>{t('failedTitle')}</h1>
      <div className="state">
        <p>{t('failed', { reason: error instanceof Error ? error.message : String(error) })}</p>
        <Button onPress={() => location.reload()}>{t('retry')}</Button> <Link to="/">{t('backToFind')}</Link>
      </div>
    </div>
  );
}
