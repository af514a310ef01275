import { useTranslations } from 'use-intl';
import { SearchBox } from '../parts/search-box.tsx';
import { Holdings } from './holdings.tsx';
import { Questions } from './questions.tsx';
import { Recent } from './recent.tsx';

/** The empty page: one box, and what may be asked. */
export function Home() {
  const t = useTranslations('find');
  return (
    <div className="find-home">
      <div className="hero">
        <h1>{t('title')}</h1>
        <p className="quiet">{t('lead')}</p>
        <SearchBox />
        <p className="quiet small">{t('hint')}</p>
      </div>
      <div className="beside">
        <Questions />
        <Recent />
      </div>
      <Holdings />
    </div>
  );
}
