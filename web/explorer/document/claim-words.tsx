import { useTranslations } from 'use-intl';
import { useDateWords, useValidityWords } from '../parts/date-text.tsx';
import { EntityLink } from '../parts/entity-link.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { useValueText } from '../statistics/value-text.ts';
import type { Fact } from './query.ts';

type Measured = Extract<Fact['subject'], { __typename: 'Observation' }>;
type Entity = Exclude<Fact['subject'], Measured | { __typename?: 'Claim' | 'Changeset' }>;

/** What a claim says: its subject, what is said of it, and of whom or what. */
export function ClaimWords({ fact }: { readonly fact: Fact }) {
  const { subject } = fact;
  if (subject.__typename === 'Observation') return <Measure observation={subject} />;
  return 'name' in subject ? <Assertion subject={subject} fact={fact} /> : null;
}

function Assertion({ subject, fact }: { readonly subject: Entity; readonly fact: Fact }) {
  const words = useModelWords();
  const validity = useValidityWords();
  const t = useTranslations('evidence');
  const { predicate, object, validity: held } = fact;
  const relation = <span className="predicate">{lowerCase(words.predicate(predicate))}</span>;
  return (
    <span className="assertion">
      <EntityLink entity={subject} />{' '}
      {object === null ? (
        t.rich('labelled', { label: () => relation, value: () => <Value subject={subject} fact={fact} /> })
      ) : (
        <>
          {relation} <EntityLink entity={object} />
        </>
      )}
      {(held.from !== null || held.until !== null) && <span className="quiet">, {validity({ validity: held })}</span>}
    </span>
  );
}

/** A label inside a sentence. */
const lowerCase = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/** Dates are in words, and codes of the model have names. */
function Value({ subject, fact: { predicate, value } }: { readonly subject: Entity; readonly fact: Fact }) {
  const words = useModelWords();
  const dates = useDateWords();
  if (value === null) return null;
  return /(?:On|From|To)$/.test(predicate) ? dates.of(value) : words.value(subject.__typename, predicate, value);
}

function Measure({ observation }: { readonly observation: Measured }) {
  const t = useTranslations('statistics');
  const dates = useDateWords();
  const text = useValueText();
  const { indicator, region, period, rank } = observation;
  return (
    <span className="assertion">
      <EntityLink entity={indicator} />
      {region !== null && (
        <>
          , <EntityLink entity={region} />
        </>
      )}
      {period !== null && <>, {dates.of(period.edtf)}</>}
      {': '}
      <strong>{[text.value(observation), rank === null ? undefined : t('rank', { rank })].filter(Boolean).join(', ')}</strong>
    </span>
  );
}
