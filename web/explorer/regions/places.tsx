import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useEntityName } from '../parts/entity-link.tsx';
import { LevelChoice } from './level-choice.tsx';
import { Legend } from './legend.tsx';
import { PartsOf } from './parts-of.tsx';
import type { Place } from './place.ts';
import type { PlaceResult } from './place-view.tsx';
import { PlacesTable } from './places-table.tsx';
import { CoveredPlaces } from './covered-places.tsx';
import { useRegions } from './search.ts';
import { tileGrids } from './tile-grids.ts';
import { Tiles } from './tiles.tsx';

interface PlacesProps {
  readonly region: NonNullable<PlaceResult['region']>;
  /** The places of the tile grid, those that the graph lacks as null. */
  readonly drawn: PlaceResult['nodes'];
}

/** The parts of a place, or what is covered in it, folded into regions of one level. */
export function Places({ region, drawn }: PlacesProps) {
  const t = useTranslations('regions');
  const { of, level } = useRegions();
  const name = useEntityName()(region);
  const parts = partsOf(region, drawn);
  return (
    <section className="places" aria-labelledby="places">
      <h3 id="places">{t('places', { name })}</h3>
      <div className="choices">
        {of !== undefined && <LevelChoice within={region.level} />}
        <Shape />
      </div>
      {of !== undefined && level !== undefined ? <CoveredPlaces level={level} /> : <Parts region={region} parts={parts} />}
    </section>
  );
}

function Parts({ region, parts }: { readonly region: PlacesProps['region']; readonly parts: readonly Place[] }) {
  const t = useTranslations('regions');
  const { show } = useRegions();
  const name = useEntityName()(region);
  const grid = tileGrids[region.id];
  if (parts.length === 0) return <p className="quiet">{t('noParts')}</p>;
  const isWide = region.level === 'WORLD' || region.level === 'CONTINENT';
  return (
    <>
      <Legend places={parts} />
      {show === 'table' ? (
        <PlacesTable places={parts} />
      ) : isWide ? (
        parts.map((part) => <PartsOf key={part.key} whole={part} />)
      ) : (
        <>
          <Tiles label={t('places', { name })} places={parts} grid={grid} />
          {grid !== undefined && <Undrawn region={region} />}
        </>
      )}
      {region.children.totalCount > 100 && <p className="quiet">{t('first', { count: region.children.totalCount })}</p>}
    </>
  );
}

/** The parts that the grid lacks, and what the grid is. */
function Undrawn({ region }: { readonly region: PlacesProps['region'] }) {
  const t = useTranslations('regions');
  const tiles = tileGrids[region.id]?.tiles ?? {};
  const others = region.children.edges.map(({ node }) => node).filter(({ id }) => tiles[id] === undefined);
  return (
    <>
      <Tiles label={t('others')} places={others} />
      <p className="quiet small">{t('noMap')}</p>
    </>
  );
}

/** The children of a region, and what its tile grid has beside them. */
function partsOf({ children }: PlacesProps['region'], drawn: PlacesProps['drawn']): readonly Place[] {
  const places = children.edges.map(({ node }) => node);
  const ids = new Set(places.map(({ id }) => id));
  return [...places, ...drawn.filter((node) => node?.__typename === 'Region').filter(({ id }) => !ids.has(id))];
}

function Shape() {
  const t = useTranslations('regions');
  const { show, change } = useRegions();
  return (
    <ToggleButtonGroup
      aria-label={t('shape')}
      className="segments"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[show]}
      onSelectionChange={(keys) => change({ show: keys.has('table') ? 'table' : undefined })}
    >
      <ToggleButton id="tiles">{t('tiles')}</ToggleButton>
      <ToggleButton id="table">{t('table')}</ToggleButton>
    </ToggleButtonGroup>
  );
}
