import { useTranslations } from 'use-intl';
import { graphql } from '../api/graphql.ts';
import { useView } from '../api/use-view.ts';
import { ClaimEvidence, claimEvidence } from '../parts/evidence.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useAsOf } from '../url/use-as-of.ts';

const query = graphql(
  `
    query CoverageEvidence($place: ID!, $of: ID!, $asOf: AsOf) {
      region(id: $place, asOf: $asOf) {
        id
        key
        coverage(by: $of) {
          claims(first: 20) {
            ...ClaimEvidence
          }
        }
      }
    }
  `,
  [claimEvidence],
);

/** The passages that a status rests on; read when a reader asks for them. */
export function CoverageEvidence({ place, of }: { readonly place: string; readonly of: string }) {
  const t = useTranslations('regions');
  const view = useView(query, { place, of, asOf: useAsOf() });
  return (
    <Loaded view={view}>
      {({ region }) => {
        const claims = region?.coverage?.claims ?? [];
        if (claims.length === 0) return <p className="quiet">{t('noEvidence')}</p>;
        return claims.map((claim) => <ClaimEvidence key={claim.key} claim={claim} />);
      }}
    </Loaded>
  );
}
