import { useTranslations } from 'use-intl';
import { graphql, type ResultOf } from '../api/graphql.ts';
import { useView } from '../api/use-view.ts';
import { ClaimDetails, claimDetails } from '../parts/claim-details.tsx';
import { DateText, dateText } from '../parts/date-text.tsx';
import { EntityLink, entityLink } from '../parts/entity-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { useAsOf } from '../url/use-as-of.ts';

const contradictionsOf = graphql(
  `
    query ContradictionsOf($id: ID!, $asOf: AsOf) {
      entity(id: $id, asOf: $asOf) {
        id
        key
        contradictions(first: 50) {
          edges {
            cursor
            node {
              predicate
              period {
                ...DateText
              }
              subject {
                __typename
                id
                key
                ...EntityLink
              }
              claims(first: 20) {
                object {
                  ...EntityLink
                }
                ...ClaimDetails
              }
            }
          }
        }
      }
    }
  `,
  [claimDetails, dateText, entityLink],
);

type Found = NonNullable<ResultOf<typeof contradictionsOf>['entity']>;
type Contradiction = Found['contradictions']['edges'][number]['node'];

/** What sources say of it that cannot all be true, side by side. */
export function Contradictions({ entity }: { readonly entity: string }) {
  const t = useTranslations('entity');
  const view = useView(contradictionsOf, { id: entity, asOf: useAsOf() });
  return (
    <Loaded view={view}>
      {({ entity: found }) =>
        found === null || found.contradictions.edges.length === 0 ? (
          <p className="state">{t('noContradictions')}</p>
        ) : (
          found.contradictions.edges.map(({ cursor, node }) => <OneContradiction key={cursor} contradiction={node} />)
        )
      }
    </Loaded>
  );
}

function OneContradiction({ contradiction: { subject, predicate, period, claims } }: { readonly contradiction: Contradiction }) {
  const t = useTranslations('entity');
  const model = useModelWords();
  const owner = subject.__typename;
  return (
    <section className="contradiction">
      <h2>
        {t.rich('contradiction', {
          predicate: model.predicate(predicate),
          subject: () => ('name' in subject ? <EntityLink entity={subject} /> : subject.id),
        })}{' '}
        {period !== null && <span className="quiet">{t.rich('forPeriod', { period: () => <DateText date={period} /> })}</span>}
      </h2>
      <div className="sides">
        {claims.map((claim) => (
          <div key={claim.key}>
            {claim.object !== null && (
              <p className="claim-value">
                <EntityLink entity={claim.object} />
              </p>
            )}
            <ClaimDetails claim={claim} owner={owner} />
          </div>
        ))}
      </div>
    </section>
  );
}
