import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useView } from '../api/use-view.ts';
import { DateText } from '../parts/date-text.tsx';
import { EntityLink } from '../parts/entity-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { TakeAlong } from '../parts/take-along.tsx';
import { DifferenceRow } from './difference-row.tsx';
import { differencesQuery, grouped, type Group } from './differences.ts';
import { useChanges } from './search.ts';

interface DifferenceListProps {
  readonly about: string;
  readonly from: string;
  readonly to: string;
  readonly page?: number;
  /** The cursor of the page before. */
  readonly after?: string | null;
}

/** What began, ended or changed of an entity between two days, a page of it, and after it those that the URL asks for. */
export function DifferenceList({ about, from, to, page = 1, after = null }: DifferenceListProps) {
  const t = useTranslations('changes');
  const { pages, change } = useChanges();
  const variables = { about, from, to, after };
  const view = useView(differencesQuery, variables);
  return (
    <Loaded view={view}>
      {({ entity, differences: { edges, pageInfo, totalCount, truncated } }) => {
        if (entity === null) return <p className="state">{t('unknown', { id: about })}</p>;
        const groups = grouped(
          edges.map(({ node }) => node),
          entity.id,
        );
        return (
          <>
            {after === null && (
              <div className="summary">
                <p>
                  {t.rich('between', {
                    count: totalCount,
                    name: () => <EntityLink entity={entity} />,
                    from: () => <DateText date={{ edtf: from }} />,
                    to: () => <DateText date={{ edtf: to }} />,
                  })}
                </p>
                <TakeAlong query={differencesQuery} variables={variables} />
              </div>
            )}
            {truncated && <p className="state">{t('truncated')}</p>}
            {totalCount === 0 && <p className="state">{t('same')}</p>}
            {groups.map((group) => (
              <GroupTable key={`${group.change} ${group.type} ${group.direction}`} group={group} about={entity.id} />
            ))}
            {pageInfo.hasNextPage && page === pages && <Button onPress={() => change({ pages: page + 1 })}>{t('more')}</Button>}
            {pageInfo.hasNextPage && page < pages && (
              <DifferenceList about={about} from={from} to={to} page={page + 1} after={pageInfo.endCursor} />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function GroupTable({ group, about }: { readonly group: Group; readonly about: string }) {
  const t = useTranslations('changes');
  const model = useTranslations('model');
  const words = useModelWords();
  const { change, type, direction, differences } = group;
  const title = t('group', { change: model(`relationChange.${change}`), relation: words.relation(type, direction) });
  return (
    <section className={`group ${change.toLowerCase()}`}>
      <h2>
        {title} <span className="quiet">{differences.length}</span>
      </h2>
      <div className="scroll stack" role="region" aria-label={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('what')}</th>
              <th scope="col">{t('when')}</th>
              <th scope="col">{t('evidence')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <DifferenceRow key={difference.relation.key} difference={difference} about={about} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
