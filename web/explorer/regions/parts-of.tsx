import { useTranslations } from 'use-intl';
import { graphql } from '../api/graphql.ts';
import { useView } from '../api/use-view.ts';
import { useEntityName } from '../parts/entity-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { heldIn, placeParts, type Place } from './place.ts';
import { PlaceLink } from './place-link.tsx';
import { usePlaceVariables } from './search.ts';
import { Status } from './status-mark.tsx';
import { Tiles } from './tiles.tsx';

const query = graphql(
  `
    query PartsOf($at: ID!, $of: ID!, $isChosen: Boolean!, $asOf: AsOf) {
      region(id: $at, asOf: $asOf) {
        id
        key
        children(first: 100) {
          edges {
            node {
              ...PlaceParts
            }
          }
        }
      }
    }
  `,
  [placeParts],
);

/** A part of the world, and the tiles of its own parts. */
export function PartsOf({ whole }: { readonly whole: Place }) {
  const t = useTranslations('regions');
  const nameOf = useEntityName();
  const view = useView(query, { at: whole.id, ...usePlaceVariables() });
  return (
    <section className="part">
      <h4>
        <PlaceLink place={whole} />{' '}
        {whole.coverage == null ? (
          <span className="quiet">{t('holding', { count: heldIn(whole) })}</span>
        ) : (
          <Status status={whole.coverage.status} />
        )}
      </h4>
      <Loaded view={view}>
        {({ region }) => <Tiles label={nameOf(whole)} places={region?.children.edges.map(({ node }) => node) ?? []} />}
      </Loaded>
    </section>
  );
}
