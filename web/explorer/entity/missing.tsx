import { useTranslations } from 'use-intl';
import { SearchBox } from '../parts/search-box.tsx';

/** The page of an id that leads nowhere. What follows its prefix is often a name that the search finds. */
export function Missing({ id }: { readonly id: string }) {
  const t = useTranslations('entity');
  const words = id.replace(/^[a-z]+:/, '').replaceAll('-', ' ');
  return (
    <div className="missing">
      <h1>{t('notFound', { id })}</h1>
      <p>{t('searchInstead')}</p>
      <SearchBox query={words} />
    </div>
  );
}
