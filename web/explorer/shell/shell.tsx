import { Outlet, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useKeptRecent } from '../find/use-kept-recent.ts';
import { Header } from './header.tsx';
import { Printed } from './printed.tsx';
import { useHeading } from './use-heading.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import './shell.css';

/** What surrounds every view. */
export function Shell() {
  const t = useTranslations('shell');
  const content = useRef<HTMLElement>(null);
  useTheme();
  useKeptRecent();
  useHeading(content);
  useKeptFocus(); // after a new heading had its turn
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <Header />
      <main id="content" ref={content} tabIndex={-1}>
        <Outlet />
      </main>
      <Printed />
    </>
  );
}

/** The theme of the URL; without one, that of the system. */
function useTheme() {
  const { theme } = useSearch({ strict: false });
  useEffect(() => {
    if (theme === undefined) delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
