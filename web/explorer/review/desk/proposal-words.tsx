import { useTranslations } from 'use-intl';
import { useDateWords } from '../../parts/date-text.tsx';
import { useModelWords } from '../../parts/model-words.ts';
import { ValueText } from '../../parts/value-text.tsx';
import { useValueText } from '../../statistics/value-text.ts';
import { typenameOf, typeOf } from './ends.ts';
import { ProposedEnd, ProposedEnds } from './proposed-end.tsx';
import type { Claim, Observation, Proposal, ProposedEntity } from './proposal-parts.ts';

/** What a proposal would record, in one sentence. */
export function ProposalWords({ proposal: { entity, claim, observation } }: { readonly proposal: Proposal }) {
  if (entity !== null) return <EntityWords entity={entity} />;
  if (claim !== null) return <ClaimWords claim={claim} />;
  return observation === null ? null : <ObservationWords observation={observation} />;
}

function EntityWords({ entity: { type, names, properties } }: { readonly entity: ProposedEntity }) {
  const t = useTranslations('review');
  const words = useModelWords();
  const [first, ...others] = names;
  return (
    <span className="assertion">
      {t.rich('newEntity', {
        type: words.type(type),
        name: () => <strong lang={first?.lang}>{first?.value ?? properties.find(({ name }) => name === 'title')?.value}</strong>,
      })}
      {others.length > 0 && <span className="quiet"> ({others.map(({ value }) => value).join(', ')})</span>}
      {properties.filter(isTelling).map(({ name, value }) => (
        <span key={name} className="detail">
          {lowerCase(words.predicate(name))}: <ValueText owner={typenameOf(type)} property={name} value={value} />
        </span>
      ))}
    </span>
  );
}

/** The title of a document is its name, and its hash is of no use to a reader. */
const isTelling = ({ name }: { readonly name: string }): boolean => !['title', 'sha256'].includes(name);

function ClaimWords({ claim }: { readonly claim: Claim }) {
  const t = useTranslations('evidence');
  const words = useModelWords();
  const { subject, predicate, object, value } = claim;
  const relation = <span className="predicate">{lowerCase(words.predicate(predicate))}</span>;
  return (
    <span className="assertion">
      <ProposedEnd end={subject} />{' '}
      {object === null
        ? t.rich('labelled', {
            label: () => relation,
            value: () => <ValueText owner={typenameOf(typeOf(subject.id))} property={predicate} value={value ?? ''} />,
          })
        : relation}{' '}
      {object !== null && <ProposedEnd end={object} />}
      <ClaimDetails claim={claim} />
    </span>
  );
}

/** Attributes, dates and whose word it is. */
function ClaimDetails({ claim }: { readonly claim: Claim }) {
  const t = useTranslations('review');
  const words = useModelWords();
  const dates = useDateWords();
  const { predicate, qualifiers, from, until, saidOn, about, attributedTo, event, saidTo } = claim;
  return (
    <>
      {qualifiers.map(({ name, value }) => (
        <span key={name} className="detail">
          {lowerCase(words.attribute(name))}: {words.value(predicate, name, value)}
        </span>
      ))}
      {from !== null && <span className="detail">{t('from', { date: dates.of(from) })}</span>}
      {until !== null && <span className="detail">{t('until', { date: dates.of(until) })}</span>}
      {saidOn !== null && <span className="detail">{t('saidOn', { date: dates.of(saidOn) })}</span>}
      {about.length > 0 && <span className="detail">{t.rich('about', { names: () => <ProposedEnds ends={about} /> })}</span>}
      {attributedTo.length > 0 && (
        <span className="detail">{t.rich('accordingTo', { names: () => <ProposedEnds ends={attributedTo} /> })}</span>
      )}
      {event !== null && <span className="detail">{t.rich('at', { names: () => <ProposedEnd end={event} /> })}</span>}
      {saidTo !== null && <span className="detail">{t.rich('saidTo', { names: () => <ProposedEnd end={saidTo} /> })}</span>}
    </>
  );
}

function ObservationWords({ observation }: { readonly observation: Observation }) {
  const t = useTranslations('review');
  const statistics = useTranslations('statistics');
  const model = useTranslations('model');
  const dates = useDateWords();
  const text = useValueText();
  const { indicator, region, period, rank, kind, about, reportedBy, basePeriod, value, unit, comparator } = observation;
  const amount = text.value({ value, unit, kind, comparator: comparator ?? 'EXACT' });
  return (
    <span className="assertion">
      <ProposedEnd end={indicator} />
      {region !== null && (
        <>
          , <ProposedEnd end={region} />
        </>
      )}
      {period !== null && <>, {dates.of(period)}</>}
      {': '}
      <strong>{[amount, rank === null ? undefined : statistics('rank', { rank })].filter(Boolean).join(', ')}</strong>
      {kind !== 'ACTUAL' && <span className="detail">{lowerCase(model(`observation.${kind}`))}</span>}
      {basePeriod !== null && <span className="detail">{t('against', { date: dates.of(basePeriod) })}</span>}
      {about.length > 0 && <span className="detail">{t.rich('about', { names: () => <ProposedEnds ends={about} /> })}</span>}
      {reportedBy !== null && (
        <span className="detail">{t.rich('accordingTo', { names: () => <ProposedEnd end={reportedBy} /> })}</span>
      )}
    </span>
  );
}

/** A label inside a sentence. */
const lowerCase = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);
