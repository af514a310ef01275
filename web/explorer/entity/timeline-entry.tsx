import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { Claims } from '../parts/claims.tsx';
import { DateText } from '../parts/date-text.tsx';
import { EntityLink, useEntityName } from '../parts/entity-link.tsx';
import { EntityList } from '../parts/entity-list.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { useValueText } from '../statistics/value-text.ts';
import type { TimelineItem } from './timeline-query.ts';

/** One thing that happened: when, what, to whom, and who says so. */
export function TimelineEntry({ entry }: { readonly entry: TimelineItem }) {
  const t = useTranslations('entity');
  const kind = useKind();
  const name = useTitle()(entry);
  const { on, entities, observation, claims } = entry;
  return (
    <li>
      <div className="timeline-date">
        <DateText date={on} />
      </div>
      <div>
        <span className="timeline-kind">{kind(entry)}</span> <EntityList entities={entities} />
        {observation !== null && <Measured observation={observation} />}
        {claims.length > 0 && (
          <Disclosure>
            {({ isExpanded }) => (
              <>
                <Button slot="trigger" className="unfold" aria-label={t('evidenceOf', { name, count: claims.length })}>
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

/** "Announced", or "Relation began: covers". */
function useKind() {
  const t = useTranslations('entity');
  const model = useTranslations('model');
  const words = useModelWords();
  return ({ kind, relationType, direction }: TimelineItem): string => {
    const name = model(`timeline.${kind}`);
    if (relationType === null) return name;
    return t('timelineRelation', { kind: name, relation: words.relation(relationType, direction === 'IN' ? 'IN' : 'OUT') });
  };
}

/** What happened in one line, for the name of a button. */
function useTitle() {
  const kind = useKind();
  const nameOf = useEntityName();
  return (entry: TimelineItem): string => {
    const { entities, observation } = entry;
    const names = observation === null ? entities.map((entity) => nameOf(entity)) : [nameOf(observation.indicator)];
    return `${kind(entry)} ${names.join(', ')}`;
  };
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
