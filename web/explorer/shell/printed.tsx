import { useLocation } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';

/** The last line on paper: where it was read, and when. */
export function Printed() {
  const t = useTranslations('shell');
  const format = useFormatter();
  useLocation(); // the address changes with it
  return (
    <p className="printed">
      {t('printed', { address: location.href, date: format.dateTime(new Date(), { dateStyle: 'long' }) })}
    </p>
  );
}
