import { GridList, GridListItem } from 'react-aria-components';
import { useLocale, useTranslations } from 'use-intl';
import { useEntityName } from '../parts/entity-link.tsx';
import { heldIn, type Place } from './place.ts';
import { useRegions } from './search.ts';
import { StatusMark } from './status-mark.tsx';
import type { Tile, TileGrid } from './tile-grids.ts';

interface TilesProps {
  readonly label: string;
  readonly places: readonly Place[];
  /** Where each place is drawn; without one they follow each other. */
  readonly grid?: TileGrid | undefined;
}

/** Places as tiles of one size: what is covered shows at a glance. Arrow keys walk them, Enter goes to one. */
export function Tiles({ label, places, grid }: TilesProps) {
  const { change } = useRegions();
  const drawn = grid === undefined ? places : inOrder(places, grid);
  if (drawn.length === 0) return null;
  return (
    <GridList
      aria-label={label}
      layout="grid"
      className={grid === undefined ? 'tiles' : 'tiles drawn'}
      style={grid === undefined ? {} : { gridTemplateColumns: `repeat(${grid.columns}, minmax(0, 1fr))` }}
      onAction={(id) => change({ at: String(id), level: undefined })}
    >
      {drawn.map((place) => (
        <PlaceTile key={place.key} place={place} tile={grid?.tiles[place.id]} />
      ))}
    </GridList>
  );
}

/** As a reader meets them: row by row, so that arrow keys go where they point. */
function inOrder(places: readonly Place[], { columns, tiles }: TileGrid): readonly Place[] {
  const at = ({ id }: Place) => (tiles[id] === undefined ? undefined : tiles[id].row * columns + tiles[id].column);
  return places.filter((place) => at(place) !== undefined).toSorted((a, b) => at(a)! - at(b)!);
}

function PlaceTile({ place, tile }: { readonly place: Place; readonly tile: Tile | undefined }) {
  const t = useTranslations('regions');
  const model = useTranslations('model');
  const language = useLocale();
  const { id, coverage } = place;
  const name = useEntityName()(place);
  const held = heldIn(place);
  const words = coverage == null ? t('holding', { count: held }) : model(`coverage.${coverage.status}`);
  return (
    <GridListItem
      id={id}
      textValue={t('branch', { name, words })}
      className={`tile ${coverage == null ? heat(held) : coverage.status.toLowerCase().replaceAll('_', '-')}`}
      style={tile === undefined ? {} : { gridColumn: tile.column, gridRow: tile.row }}
    >
      {coverage == null ? <b>{held}</b> : <StatusMark status={coverage.status} />}
      <span className={tile === undefined ? 'whole' : 'whole long'}>{name}</span>
      {tile !== undefined && <span className="short">{tile.short[language]}</span>}
    </GridListItem>
  );
}

/** Darker where more holds. */
function heat(held: number): string {
  return held === 0 ? 'none' : held < 10 ? 'some' : 'many';
}
