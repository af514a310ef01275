import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useView } from '../api/use-view.ts';
import { Loaded } from '../parts/loaded.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { SearchBox } from '../parts/search-box.tsx';
import { useAsOf } from '../url/use-as-of.ts';
import { Found } from './found.tsx';
import { lists } from './lists.ts';
import { Pager } from './pager.tsx';
import type { EntityTypeCode } from './types.ts';

interface ListProps {
  readonly type: EntityTypeCode;
  readonly after: string | undefined;
}

/** All entities of a type, by name. */
export function List({ type, after }: ListProps) {
  const t = useTranslations('find');
  const words = useModelWords();
  const view = useView(lists[type], { after, asOf: useAsOf() });
  return (
    <div className="find-results">
      <h1>{words.types(type)}</h1>
      <SearchBox />
      <Loaded view={view}>
        {({ list: { totalCount, edges, pageInfo } }) => (
          <>
            <p role="status">{t('listed', { count: totalCount })}</p>
            {totalCount === 0 && <NoneYet />}
            <Found items={edges} />
            <Pager after={after} pageInfo={pageInfo} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function NoneYet() {
  const t = useTranslations('find');
  return (
    <div className="state">
      <p>{t('noneYet')}</p>
      <Link to="/">{t('whatItHolds')}</Link>
    </div>
  );
}
