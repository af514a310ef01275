import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useView } from '../api/use-view.ts';
import { useDateWords } from '../parts/date-text.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { TakeAlong } from '../parts/take-along.tsx';
import { ChangeLine } from './change-line.tsx';
import { byChangeset, recentQuery, type ChangesetGroup } from './recent.ts';

/** What was recorded last in the whole graph, and what was before it when that is asked for. */
export function RecentChanges({ before = null }: { readonly before?: string | null }) {
  const t = useTranslations('changes');
  const [isMore, setMore] = useState(false);
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
            !isMore && <Button onPress={() => setMore(true)}>{t('more')}</Button>
          )}
          {isMore && <RecentChanges before={cursor} />}
        </>
      )}
    </Loaded>
  );
}

function Changeset({ group: { changeset, kinds } }: { readonly group: ChangesetGroup }) {
  const t = useTranslations('changes');
  const model = useTranslations('model');
  const dates = useDateWords();
  const { recordedAt, author, reason, origin } = changeset;
  return (
    <section className="group">
      <h2>
        <time dateTime={recordedAt}>
          {t('recordedAt', { date: dates.of(recordedAt.slice(0, 10)), time: recordedAt.slice(11, 16) })}
        </time>
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
