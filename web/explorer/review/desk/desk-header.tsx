import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { InstantText, useDateWords } from '../../parts/date-text.tsx';
import type { Reading } from './query.ts';

interface DeskHeaderProps {
  readonly reading: Reading;
  /** What can be done with the whole. */
  readonly children: ReactNode;
}

/** Which text is read, and by whom. */
export function DeskHeader({ reading, children }: DeskHeaderProps) {
  const t = useTranslations('review');
  const dates = useDateWords();
  const { title, outlet, date, url, author, readAt, language } = reading;
  return (
    <header className="desk-header">
      <div>
        <p className="quiet small">
          <Link to="/review">{t('title')}</Link>
        </p>
        <h1 lang={language}>{title}</h1>
        <ul className="facts-inline small quiet">
          {outlet !== null && <li>{outlet}</li>}
          {date !== null && <li>{dates.of(date)}</li>}
          {url !== null && (
            <li>
              <a href={url} rel="noreferrer" target="_blank">
                {t('original')}
              </a>
            </li>
          )}
          <li>{t.rich('readBy', { who: author, at: () => <InstantText at={readAt} /> })}</li>
        </ul>
      </div>
      <div className="desk-tools">{children}</div>
    </header>
  );
}
