import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useView } from '../api/use-view.ts';
import { Pager } from '../parts/cursor-pager.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useAsOf } from '../url/use-as-of.ts';
import { otherList } from './search.ts';
import { TimelineEntry } from './timeline-entry.tsx';
import { timelineKinds, timelineOf, type TimelineKind } from './timeline-query.ts';

const pageSize = 50;

/** What happened to it and around it, the first first. */
export function EntityTimeline({ entity }: { readonly entity: string }) {
  const t = useTranslations('entity');
  const { kind, after, before, asOf } = useSearch({ from: '/entity/$id' });
  const shown = timelineKinds.find((each) => each === kind);
  const view = useView(timelineOf, {
    id: entity,
    asOf: useAsOf(),
    ...(shown === undefined ? {} : { kinds: [shown] }),
    ...(before === undefined ? { first: pageSize, after } : { last: pageSize, before }),
  });
  return (
    <section className="timeline">
      <KindFilter kind={shown} />
      <Loaded view={view}>
        {({ entity: found }) => {
          const timeline = found?.timeline;
          if (timeline === undefined || timeline.edges.length === 0)
            return <p className="state">{t('noTimeline', { asOf: asOf === undefined ? '' : 'day' })}</p>;
          return (
            <>
              <ol className="timeline-entries">
                {timeline.edges.map(({ cursor, node }) => (
                  <TimelineEntry key={cursor} entry={node} />
                ))}
              </ol>
              {timeline.truncated && <p className="quiet">{t('truncated')}</p>}
              <Pager pageInfo={timeline.pageInfo} />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function KindFilter({ kind }: { readonly kind: TimelineKind | undefined }) {
  const t = useTranslations('entity');
  const model = useTranslations('model');
  const navigate = useNavigate();
  const show = (next: string) =>
    void navigate({ to: '.', search: (all) => ({ ...all, ...otherList, kind: next === '' ? undefined : next }) });
  return (
    <label>
      {t('kinds')}{' '}
      <select value={kind ?? ''} onChange={({ target }) => show(target.value)}>
        <option value="">{t('allKinds')}</option>
        {timelineKinds.map((each) => (
          <option key={each} value={each}>
            {model(`timeline.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
