import { useTranslations } from 'use-intl';
import { graphql } from '../api/graphql.ts';
import { useView } from '../api/use-view.ts';
import { entityLink } from '../parts/entity-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { TakeAlong } from '../parts/take-along.tsx';
import { useAsOf } from '../url/use-as-of.ts';
import { Found } from './found.tsx';
import { Pager } from './pager.tsx';
import type { FindSearch } from './search.ts';
import { TypeFilter } from './type-filter.tsx';

const results = graphql(
  `
    query Results($text: String!, $types: [EntityType!], $after: String, $asOf: AsOf) {
      all: search(query: $text, asOf: $asOf) {
        totalCount
        meaning
        types {
          type
          count
        }
      }
      search(query: $text, types: $types, first: 20, after: $after, asOf: $asOf) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          matchedName
          foundBy
          node {
            ...EntityLink
            description
          }
        }
      }
    }
  `,
  [entityLink],
);

type ResultsProps = Pick<FindSearch, 'type' | 'after'> & { readonly query: string };

/** What a search found: all of it or of one type, the best first. */
export default function Results({ query, type, after }: ResultsProps) {
  const t = useTranslations('find');
  const types = type === undefined ? undefined : [type];
  const variables = { text: query, types, after, asOf: useAsOf() };
  const view = useView(results, variables);
  return (
    <div className="find-results">
      <div className="title">
        <h1>{t('resultsOf', { query })}</h1>
        <TakeAlong query={results} variables={variables} />
      </div>
      <SearchBox query={query} />
      <Loaded view={view}>
        {({ all, search: { edges, pageInfo } }) =>
          all.totalCount === 0 ? (
            <NothingFound query={query} isByWordsAlone={all.meaning === 'UNAVAILABLE'} />
          ) : (
            <>
              {all.meaning === 'UNAVAILABLE' && <p className="state">{t('byWordsAlone')}</p>}
              <p role="status">{t(all.totalCount === most ? 'foundMany' : 'found', { count: all.totalCount })}</p>
              <TypeFilter counts={all.types} total={all.totalCount} chosen={type} query={query} />
              {edges.length === 0 && <p className="state">{t('noneOfType')}</p>}
              <Found items={edges} />
              <Pager after={after} pageInfo={pageInfo} />
            </>
          )
        }
      </Loaded>
    </div>
  );
}

/** The service ranks no more. */
const most = 200;

function NothingFound({ query, isByWordsAlone }: { readonly query: string; readonly isByWordsAlone: boolean }) {
  const t = useTranslations('find');
  return (
    <>
      <p role="status">{t('nothing', { query })}</p>
      {isByWordsAlone && <p className="state">{t('byWordsAlone')}</p>}
      <ul className="state">
        <li>{t('advice.shorter')}</li>
        <li>{t('advice.languages')}</li>
        <li>{t('advice.codes')}</li>
      </ul>
    </>
  );
}
