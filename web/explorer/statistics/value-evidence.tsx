import { graphql } from '../api/graphql.ts';
import { useView } from '../api/use-view.ts';
import { ClaimEvidence, claimEvidence } from '../parts/evidence.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useAsOf } from '../url/use-as-of.ts';

const evidenceQuery = graphql(
  `
    query ValueEvidence($id: ID!, $asOf: AsOf) {
      observation(id: $id, asOf: $asOf) {
        id
        key
        claims(first: 20) {
          ...ClaimEvidence
        }
      }
    }
  `,
  [claimEvidence],
);

/** The passages that a value rests on. */
export function ValueEvidence({ observation }: { readonly observation: string }) {
  const view = useView(evidenceQuery, { id: observation, asOf: useAsOf() });
  return (
    <Loaded view={view}>
      {({ observation: found }) => found?.claims.map((claim) => <ClaimEvidence key={claim.key} claim={claim} />)}
    </Loaded>
  );
}
