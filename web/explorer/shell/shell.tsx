import { Link, Outlet, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { base } from '../url/base.ts';
import { AsOfField } from './as-of-field.tsx';
import { Preferences } from './preferences.tsx';

/** What surrounds every view. */
export function Shell() {
  const t = useTranslations('shell');
  useTheme();
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header>
        <Link to="/" className="home">
          {t('name')}
        </Link>
        <nav aria-label={t('name')}>
          <Link to="/">{t('find')}</Link>
          <Link to="/walk">{t('walk')}</Link>
          <Link to="/regions">{t('regions')}</Link>
          <Link to="/changes">{t('changes')}</Link>
          <a href={`${base}/graphql`}>{t('playground')}</a>
        </nav>
        <AsOfField />
        <Preferences />
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
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
