import { Link, useLocation, useMatch, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { SearchBox } from '../parts/search-box.tsx';
import { base } from '../url/base.ts';
import { AsOfField } from './as-of-field.tsx';
import { Logo } from './logo.tsx';
import { Preferences } from './preferences.tsx';

const views = [
  ['find', '/'],
  ['walk', '/walk'],
  ['regions', '/regions'],
  ['changes', '/changes'],
  ['review', '/review'],
] as const;

/** The views, the day and the reader's preferences; in a narrow window behind a button, all but a chosen day. */
export function Header() {
  const t = useTranslations('shell');
  const { pathname } = useLocation();
  const { asOf } = useSearch({ strict: false });
  const isHome = useMatch({ from: '/', shouldThrow: false }) !== undefined; // it has the box itself
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(false), [pathname]);
  return (
    <header
      className="shell-header"
      data-open={isOpen || undefined}
      data-dated={asOf !== undefined || undefined}
      onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
    >
      <Link to="/" className="home" activeProps={{ 'aria-current': undefined }}>
        <Logo />
        {t('name')}
      </Link>
      <Button className="menu" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {t('menu')}
      </Button>
      <nav aria-label={t('views')}>
        {views.map(([name, to]) => (
          <Link key={name} to={to} activeOptions={{ exact: true, includeSearch: false }}>
            {t(name)}
          </Link>
        ))}
        <a href={`${base}/graphql`}>{t('playground')}</a>
        <a href={`${base}/docs/`}>{t('docs')}</a>
      </nav>
      {!isHome && <SearchBox />}
      <AsOfField />
      <Preferences />
    </header>
  );
}
