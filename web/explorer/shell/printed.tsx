import { useLocation } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useDateWords } from '../parts/date-text.tsx';
import { today } from '../url/day.ts';

/** The last line on paper: where it was read, and when. */
export function Printed() {
  const t = useTranslations('shell');
  const dates = useDateWords();
  useLocation(); // the address changes with it
  return <p className="printed">{t('printed', { address: location.href, date: dates.of(today()) })}</p>;
}
