import { useTranslations } from 'use-intl';
import { graphql, type FragmentOf } from '../api/graphql.ts';
import { DateText, dateText, ValidityText, validityText } from './date-text.tsx';
import { ClaimEvidence, claimEvidence } from './evidence.tsx';
import { useModelWords } from './model-words.ts';
import { ValueText } from './value-text.tsx';

/** All that a claim says besides its subject and predicate, with its evidence. */
export const claimDetails = graphql(
  `
    fragment ClaimDetails on Claim @_unmask {
      predicate
      value
      validity {
        ...ValidityText
      }
      saidOn {
        ...DateText
      }
      qualifiers {
        name
        value
      }
      ...ClaimEvidence
    }
  `,
  [dateText, validityText, claimEvidence],
);

type Details = FragmentOf<typeof claimDetails>;

interface ClaimDetailsProps {
  readonly claim: Details;
  /** The type of its subject, where its value may be a code. */
  readonly owner?: string;
}

/** One claim: what it says, when that holds, and the passages that say it. */
export function ClaimDetails({ claim, owner }: ClaimDetailsProps) {
  return (
    <section className="claim">
      {claim.value !== null && (
        <p className="claim-value">
          <ValueText owner={owner} property={claim.predicate} value={claim.value} />
        </p>
      )}
      <Circumstances claim={claim} />
      <ClaimEvidence claim={claim} />
    </section>
  );
}

function Circumstances({ claim: { predicate, validity, saidOn, qualifiers } }: { readonly claim: Details }) {
  const t = useTranslations('evidence');
  const isDated = validity.from !== null || validity.until !== null;
  if (!isDated && saidOn === null && qualifiers.length === 0) return null;
  return (
    <ul className="facts-inline">
      <Qualifiers relation={predicate} qualifiers={qualifiers} />
      {isDated && (
        <li>
          <ValidityText validity={validity} />
        </li>
      )}
      {saidOn !== null && <li>{t.rich('said', { date: () => <DateText date={saidOn} /> })}</li>}
    </ul>
  );
}

interface QualifiersProps {
  readonly relation: string;
  readonly qualifiers: readonly { readonly name: string; readonly value: string }[];
}

/** The attributes of a relation: "Batch: 1", "Role: Lead". */
export function Qualifiers({ relation, qualifiers }: QualifiersProps) {
  const t = useTranslations('evidence');
  const model = useModelWords();
  return qualifiers.map(({ name, value }) => (
    <li key={name}>
      {t.rich('labelled', {
        label: () => model.attribute(name),
        value: () => <ValueText owner={relation} property={name} value={value} />,
      })}
    </li>
  ));
}
