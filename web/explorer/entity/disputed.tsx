import { createContext, use, type ReactNode } from 'react';
import { graphql } from '../api/graphql.ts';
import { useView } from '../api/use-view.ts';
import { useAsOf } from '../url/use-as-of.ts';

const contradictingClaims = graphql(`
  query ContradictingClaims($id: ID!, $asOf: AsOf) {
    entity(id: $id, asOf: $asOf) {
      id
      key
      contradictions(first: 100) {
        totalCount
        edges {
          node {
            claims(first: 20) {
              id
              key
            }
          }
        }
      }
    }
  }
`);

interface Disputed {
  /** How many contradictions there are; undefined until that is known. */
  readonly count: number | undefined;
  /** The ids of the claims in them. */
  readonly claims: ReadonlySet<string>;
}

const DisputedContext = createContext<Disputed>({ count: undefined, claims: new Set() });

/** Finds out, beside everything else, which claims about an entity others contradict. */
export function DisputedClaims({ entity, children }: { readonly entity: string; readonly children: ReactNode }) {
  const { data } = useView(contradictingClaims, { id: entity, asOf: useAsOf() });
  const found = data?.entity?.contradictions;
  const claims = new Set(found?.edges.flatMap(({ node }) => node.claims.map(({ id }) => id)));
  return <DisputedContext value={{ count: found?.totalCount, claims }}>{children}</DisputedContext>;
}

/** Whether other claims contradict any of these. */
export function useDisputed(claims: readonly { readonly id: string }[]): boolean {
  const disputed = use(DisputedContext);
  return claims.some(({ id }) => disputed.claims.has(id));
}

export const useContradictionCount = (): number | undefined => use(DisputedContext).count;
