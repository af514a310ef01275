import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useView } from '../api/use-view.ts';
import { Loaded } from '../parts/loaded.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { SearchBox } from '../parts/search-box.tsx';
import { TakeAlong } from '../parts/take-along.tsx';
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
export default function List({ type, after }: ListProps) {
  const t = useTranslations('find');
  const words = useModelWords();
  const query = lists[type];
  const variables = { after, asOf: useAsOf() };
  const view = useView(query, variables);
  return (
    <div className="find-results">
      <div className="title">
        <h1>{words.types(type)}</h1>
        <TakeAlong query={query} variables={variables} />
      </div>
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
