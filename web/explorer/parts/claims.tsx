import { graphql } from '../api/graphql.ts';
import { useView } from '../api/use-view.ts';
import { useAsOf } from '../url/use-as-of.ts';
import { ClaimDetails, claimDetails } from './claim-details.tsx';
import { Loaded } from './loaded.tsx';

const claimsById = graphql(
  `
    query Claims($ids: [ID!]!, $asOf: AsOf) {
      nodes(ids: $ids, asOf: $asOf) {
        __typename
        ...ClaimDetails
      }
    }
  `,
  [claimDetails],
);

/** Claims with their evidence, read when they are shown. */
export function Claims({ ids }: { readonly ids: readonly string[] }) {
  const view = useView(claimsById, { ids: [...ids], asOf: useAsOf() });
  return (
    <Loaded view={view}>
      {({ nodes }) => (
        <>{nodes.map((claim) => claim?.__typename === 'Claim' && <ClaimDetails key={claim.key} claim={claim} />)}</>
      )}
    </Loaded>
  );
}
