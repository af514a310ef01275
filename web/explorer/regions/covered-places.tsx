import { useTranslations } from 'use-intl';
import { Loaded } from '../parts/loaded.tsx';
import { Legend } from './legend.tsx';
import { PlacesTable } from './places-table.tsx';
import { rolledUpIn, useRolledUp } from './rolled-up.ts';
import { useRegions, type RegionsSearch } from './search.ts';
import { Tiles } from './tiles.tsx';

/** What is covered in a place, as the sources list it or folded into the regions of one level. */
export function CoveredPlaces({ level }: { readonly level: NonNullable<RegionsSearch['level']> }) {
  const t = useTranslations('regions');
  const { show } = useRegions();
  return (
    <Loaded view={useRolledUp(level, 100)}>
      {(data) => {
        const { total, places } = rolledUpIn(data);
        if (total === 0) return <p className="state">{t('nothingCovered')}</p>;
        return (
          <>
            <p className="quiet small">{t(level === 'LISTED' ? 'asListed' : 'asRolledUp')}</p>
            <Legend places={places} />
            {show === 'table' ? <PlacesTable places={places} /> : <Tiles label={t(`levels.${level}`)} places={places} />}
            {total > places.length && <p className="quiet">{t('first', { count: total })}</p>}
          </>
        );
      }}
    </Loaded>
  );
}
