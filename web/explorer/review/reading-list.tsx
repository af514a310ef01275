import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useDateWords } from '../parts/date-text.tsx';
import { ProgressBar } from './progress-bar.tsx';
import type { ListedReading, Readings } from './readings-query.ts';

interface ReadingListProps {
  readonly readings: Readings;
  readonly onMore: () => void;
}

/** Readings, the latest first, with how far each is. */
export function ReadingList({ readings, onMore }: ReadingListProps) {
  const t = useTranslations('review');
  const all = readings.edges.map(({ node }) => node);
  return (
    <section aria-labelledby="readings-heading">
      <h2 id="readings-heading">{t('waiting')}</h2>
      {all.length === 0 ? (
        <p className="quiet">{t('none')}</p>
      ) : (
        <ol className="readings">
          {all.map((reading) => (
            <ReadingRow key={reading.key} reading={reading} />
          ))}
        </ol>
      )}
      {readings.pageInfo.hasNextPage && (
        <button type="button" onClick={onMore}>
          {t('more')}
        </button>
      )}
    </section>
  );
}

function ReadingRow({ reading }: { readonly reading: ListedReading }) {
  const t = useTranslations('review');
  const dates = useDateWords();
  const { id, title, outlet, date, language, progress, publishedAt } = reading;
  return (
    <li>
      <Link to="/review/$reading" params={{ reading: id }} lang={language ?? undefined} className="title">
        {title}
      </Link>
      <ul className="facts-inline small quiet">
        {outlet !== null && <li>{outlet}</li>}
        {date !== null && <li>{dates.of(date)}</li>}
        {publishedAt !== null && <li className="published">{t('published')}</li>}
      </ul>
      <ProgressBar progress={progress} />
    </li>
  );
}
