import { useTranslations } from 'use-intl';
import { DateText } from '../parts/date-text.tsx';
import '../parts/evidence.css';
import type { Source } from './query.ts';

/** Who published a document and when, and where it is. */
export function DocumentFacts({ source }: { readonly source: Source }) {
  const t = useTranslations('document');
  const { publisher, publishedOn, writtenOn, citedSource, citedOn, url, description, facts } = source;
  const cited = citedSource ?? '';
  return (
    <>
      {description !== null && <p>{description}</p>}
      <ul className="facts-inline">
        {publisher !== null && <li>{publisher}</li>}
        {publishedOn !== null && <li>{t.rich('published', { date: () => <DateText date={publishedOn} /> })}</li>}
        {publishedOn === null && writtenOn !== null && (
          <li>{t.rich('written', { date: () => <DateText date={writtenOn} /> })}</li>
        )}
        {citedSource !== null && citedOn === null && <li>{t('cited', { source: cited })}</li>}
        {citedSource !== null && citedOn !== null && (
          <li>{t.rich('citedOn', { source: cited, date: () => <DateText date={citedOn} /> })}</li>
        )}
        {publishedOn === null && writtenOn === null && citedOn === null && <li>{t('undated')}</li>}
        <li>{t('claimCount', { count: facts.totalCount })}</li>
        {url !== null && (
          <li>
            <a href={url} rel="noreferrer" target="_blank">
              {t('original')}
            </a>
          </li>
        )}
      </ul>
    </>
  );
}
