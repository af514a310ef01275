import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useView } from '../api/use-view.ts';
import { InstantText } from '../parts/date-text.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { TakeAlong } from '../parts/take-along.tsx';
import { ChangeLine } from './change-line.tsx';
import { byChangeset, recentQuery, type ChangesetGroup } from './recent.ts';
import { useChanges } from './search.ts';

interface RecentChangesProps {
  readonly page?: number;
  /** The cursor of the page before. */
  readonly before?: string | null;
}

/** What was recorded last in the whole graph, and what was before it, in the pages that the URL asks for. */
export function RecentChanges({ page = 1, before = null }: RecentChangesProps) {
  const t = useTranslations('changes');
  const { pages, change } = useChanges();
  const variables = before === null ? {} : { before };
  const view = useView(recentQuery, variables);
  return (
    <Loaded view={view}>
      {({ changes: { changes, cursor, atEnd } }) => (
        <>
          {before === null && (
            <div className="summary">
              <p>{t('latest')}</p>
              <TakeAlong query={recentQuery} variables={variables} />
            </div>
          )}
          {byChangeset(changes).map((group) => (
            <Changeset key={group.changeset.key} group={group} />
          ))}
          {atEnd ? (
            <p className="quiet">{t('noEarlier')}</p>
          ) : (
            page === pages && <Button onPress={() => change({ pages: page + 1 })}>{t('more')}</Button>
          )}
          {!atEnd && page < pages && <RecentChanges page={page + 1} before={cursor} />}
        </>
      )}
    </Loaded>
  );
}

function Changeset({ group: { changeset, kinds } }: { readonly group: ChangesetGroup }) {
  const t = useTranslations('changes');
  const model = useTranslations('model');
  const { recordedAt, author, reason, origin } = changeset;
  return (
    <section className="group">
      <h2>
        <InstantText at={recordedAt} />
      </h2>
      <p className="quiet small">{t('recordedBy', { author, reason, origin })}</p>
      {kinds.map(({ kind, changes }) => (
        <section key={kind}>
          <h3>
            {model(`change.${kind}`)} <span className="quiet">{changes.length}</span>
          </h3>
          <ul className="lines">
            {changes.map((change) => (
              <ChangeLine key={change.cursor ?? change.id} change={change} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
