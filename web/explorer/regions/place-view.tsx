import { useTranslations } from 'use-intl';
import { graphql, type ResultOf } from '../api/graphql.ts';
import { useView } from '../api/use-view.ts';
import { EntityLink, entityLink } from '../parts/entity-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { TakeAlong } from '../parts/take-along.tsx';
import { Covered } from './covered.tsx';
import { HeldIn } from './held.tsx';
import { placeParts } from './place.ts';
import { PlaceLink } from './place-link.tsx';
import { Places } from './places.tsx';
import { usePlaceVariables, useRegions } from './search.ts';
import { tileGrids } from './tile-grids.ts';

const query = graphql(
  `
    query Place($at: ID!, $drawn: [ID!]!, $of: ID!, $isChosen: Boolean!, $asOf: AsOf) {
      region(id: $at, asOf: $asOf) {
        ...PlaceParts
        ancestors {
          ...EntityLink
        }
        children(first: 100) {
          totalCount
          edges {
            node {
              ...PlaceParts
            }
          }
        }
      }
      nodes(ids: $drawn, asOf: $asOf) {
        ... on Region {
          ...PlaceParts
        }
      }
    }
  `,
  [placeParts, entityLink],
);

export type PlaceResult = ResultOf<typeof query>;
type Region = NonNullable<PlaceResult['region']>;

/** One place: what covers it or holds there, and its parts. */
export function PlaceView() {
  const { at, of } = useRegions();
  const t = useTranslations('regions');
  const variables = { at, drawn: Object.keys(tileGrids[at]?.tiles ?? {}), ...usePlaceVariables() };
  const view = useView(query, variables);
  return (
    <Loaded view={view}>
      {({ region, nodes }) =>
        region === null ? (
          <p className="state">{t('unknownPlace', { id: at })}</p>
        ) : (
          <section className="place" aria-labelledby="place">
            <Path region={region} />
            <div className="place-head">
              <Heading region={region} />
              <TakeAlong query={query} variables={variables} />
            </div>
            {of === undefined ? <HeldIn place={at} /> : <Covered place={region} of={of} />}
            <Places region={region} drawn={nodes} />
          </section>
        )
      }
    </Loaded>
  );
}

function Heading({ region }: { readonly region: Region }) {
  const words = useModelWords();
  return (
    <div>
      <h2 id="place">
        <EntityLink entity={region} />
      </h2>
      {region.level !== null && <p className="quiet small">{words.value('Region', 'level', region.level)}</p>}
    </div>
  );
}

/** What the place lies in, the widest first. */
function Path({ region: { ancestors } }: { readonly region: Region }) {
  const t = useTranslations('regions');
  if (ancestors.length === 0) return null;
  return (
    <nav aria-label={t('path')} className="path">
      <ol>
        {ancestors.toReversed().map((place) => (
          <li key={place.key}>
            <PlaceLink place={place} />
          </li>
        ))}
      </ol>
    </nav>
  );
}
