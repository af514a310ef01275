import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { isDay } from '../../url/day.ts';
import type { Proposal } from './proposal-parts.ts';
import type { Reading } from './query.ts';

interface LandedProps {
  readonly reading: Pick<Reading, 'document' | 'date'>;
  /** How many of its proposals the graph had, where it had all. */
  readonly known: number | undefined;
  readonly onClose?: () => void;
}

/** How many proposals of a published reading the graph had already; undefined where a changeset landed. */
export const knownOf = ({ publishedAt, published }: Reading, proposals: readonly Proposal[]): number | undefined =>
  publishedAt !== null && published === null ? acceptedOf(proposals) : undefined;

export const acceptedOf = (proposals: readonly Proposal[]): number =>
  proposals.filter(({ state }) => state === 'ACCEPTED').length;

/** After publication: where its facts are, in the document and in the graph as of its date. */
export function Landed({ reading: { document, date }, known, onClose }: LandedProps) {
  const t = useTranslations('review.publish');
  const asOf = isDay(date) ? date : undefined;
  return (
    <div className="landed" role="status">
      <p>{known === undefined ? t('landed') : t('landedKnown', { count: known })}</p>
      <ul>
        <li>
          <Link to="/document/$id" params={{ id: document.id }} search={(all) => ({ ...all, asOf })}>
            {t('toDocument')}
          </Link>
        </li>
        <li>
          <Link to="/walk" search={(all) => ({ ...all, from: document.id, asOf })}>
            {t('toGraph', { date: asOf ?? 'empty' })}
          </Link>
        </li>
        <li>
          <Link to="/review">{t('toReview')}</Link>
        </li>
      </ul>
      {onClose !== undefined && (
        <p className="actions">
          <button type="button" onClick={onClose}>
            {t('close')}
          </button>
        </p>
      )}
    </div>
  );
}
