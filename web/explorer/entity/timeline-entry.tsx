import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { Claims } from '../parts/claims.tsx';
import { DateText } from '../parts/date-text.tsx';
import { EntityLink } from '../parts/entity-link.tsx';
import { EntityList } from '../parts/entity-list.tsx';
import { useValueText } from '../statistics/value-text.ts';
import type { TimelineItem } from './timeline-query.ts';

/** One thing that happened: when, what, to whom, and who says so. */
export function TimelineEntry({ entry: { kind, on, title, entities, observation, claims } }: { readonly entry: TimelineItem }) {
  const t = useTranslations('entity');
  const model = useTranslations('model');
  return (
    <li>
      <div className="timeline-date">
        <DateText date={on} />
      </div>
      <div>
        <span className="timeline-kind">{model(`timeline.${kind}`)}</span> <EntityList entities={entities} />
        {observation !== null && <Measured observation={observation} />}
        {kind.startsWith('RELATION') && (
          <p className="small quiet" lang="en">
            {title}
          </p>
        )}
        {claims.length > 0 && (
          <Disclosure>
            {({ isExpanded }) => (
              <>
                <Button slot="trigger" className="unfold" aria-label={t('evidenceOf', { name: title, count: claims.length })}>
                  {t('evidenceCount', { count: claims.length })}
                </Button>
                <DisclosurePanel>{isExpanded && <Claims ids={claims.map(({ id }) => id)} />}</DisclosurePanel>
              </>
            )}
          </Disclosure>
        )}
      </div>
    </li>
  );
}

/** "Places in the pilot: 10 regions". */
function Measured({ observation }: { readonly observation: NonNullable<TimelineItem['observation']> }) {
  const evidence = useTranslations('evidence');
  const model = useTranslations('model');
  const { value } = useValueText();
  const { indicator, kind, rank } = observation;
  return (
    <>
      {evidence.rich('labelled', { label: () => <EntityLink entity={indicator} />, value: () => value(observation) })}
      {rank !== null && ` (${model('measure.rank')} ${rank})`}
      {kind !== 'ACTUAL' && <span className="quiet"> {model(`observation.${kind}`)}</span>}
    </>
  );
}
