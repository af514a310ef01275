import { useTranslations } from 'use-intl';
import type { CoverageStatus, Place } from './place.ts';
import { Status } from './status-mark.tsx';

const order: readonly CoverageStatus[] = [
  'DIRECT',
  'INHERITED',
  'PARTIAL',
  'NOT_YET',
  'ENDED',
  'NOT_COVERED',
  'NOT_LISTED',
  'NO_EVIDENCE',
];

/** The place of a status in lists: what is covered first. */
export const rankOf = (status: CoverageStatus): number => order.indexOf(status);

/** What the marks mean, and how many places have each. */
export function Legend({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations('regions');
  const counted = order
    .map((status) => ({ status, count: places.filter(({ coverage }) => coverage?.status === status).length }))
    .filter(({ count }) => count > 0);
  if (counted.length === 0) return null;
  return (
    <ul className="legend" aria-label={t('legend')}>
      {counted.map(({ status, count }) => (
        <li key={status}>
          <Status status={status} /> <b>{count}</b>
        </li>
      ))}
    </ul>
  );
}
