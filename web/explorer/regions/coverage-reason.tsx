import { useTranslations } from 'use-intl';
import { DateText, useValidityWords } from '../parts/date-text.tsx';
import { EntityList } from '../parts/entity-list.tsx';
import { namedRegions, type Coverage } from './place.ts';
import { PlaceLink } from './place-link.tsx';

interface CoverageReasonProps {
  readonly coverage: Coverage;
  /** The id of the place whose status it is. */
  readonly place: string;
  /** Leaves out when it was last stated, where that is beside it. */
  readonly isBrief?: boolean;
}

/** Through which relations, or after which list, a place has its status. */
export function CoverageReason({ coverage, place, isBrief = false }: CoverageReasonProps) {
  const { status, statedOn } = coverage;
  const t = useTranslations('regions');
  if (status === 'NOT_COVERED' || status === 'NOT_LISTED')
    return statedOn === null
      ? t('unlistedUndated')
      : t.rich(status === 'NOT_LISTED' ? 'unlisted' : 'uncovered', { date: () => <DateText date={statedOn} /> });
  if (status === 'NO_EVIDENCE') return null;
  return <Via coverage={coverage} place={place} isBrief={isBrief} />;
}

/** The covered regions; those that are covered at the same time share a line. */
function Via({ coverage: { via }, place, isBrief = false }: CoverageReasonProps) {
  const t = useTranslations('regions');
  const when = useValidityWords();
  const lines = new Map<string, Coverage['via'][number]['node'][]>();
  for (const { node, lastStatedOn, ...held } of via.slice(0, namedRegions)) {
    const words = when(isBrief ? held : { ...held, lastStatedOn });
    lines.set(words, [...(lines.get(words) ?? []), node]);
  }
  return (
    <ul className="via">
      {[...lines].map(([words, places]) => (
        <li key={words}>
          {t.rich(places.every(({ id }) => id === place) ? 'viaItself' : 'via', {
            places: () => (
              <EntityList
                entities={places.filter(({ id }) => id !== place)}
                more={via.length > namedRegions ? t('more') : undefined}
              >
                {(each) => <PlaceLink place={each} />}
              </EntityList>
            ),
            when: () => <span className="quiet">{words}</span>,
          })}
        </li>
      ))}
    </ul>
  );
}
