import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { levels, type RegionLevel } from './levels.ts';
import { rolledUpIn, useRolledUp } from './rolled-up.ts';
import { useRegions, type RegionsSearch } from './search.ts';

/** What the view lists: the parts of a place, or what is covered in it by level, each with its count. */
export function LevelChoice({ within }: { readonly within: RegionLevel | null }) {
  const t = useTranslations('regions');
  const { level, change } = useRegions();
  return (
    <ToggleButtonGroup
      aria-label={t('rollUp')}
      className="segments"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[level ?? 'PARTS']}
      onSelectionChange={(keys) => change({ level: [...keys].find((key): key is Chosen => key !== 'PARTS') })}
    >
      <ToggleButton id="PARTS">{t('parts')}</ToggleButton>
      {(['LISTED', ...narrower(within)] as const).map((each) => (
        <Level key={each} level={each} />
      ))}
    </ToggleButtonGroup>
  );
}

type Chosen = NonNullable<RegionsSearch['level']>;

function narrower(within: RegionLevel | null): readonly (typeof levels)[number][] {
  return levels.slice(levels.findIndex((level) => level === within) + 1);
}

/** A level without any is left out. */
function Level({ level }: { readonly level: 'LISTED' | (typeof levels)[number] }) {
  const t = useTranslations('regions');
  const { level: chosen } = useRegions();
  const { data } = useRolledUp(level, 1);
  const total = data === undefined ? undefined : rolledUpIn(data).total;
  if (total === 0 && level !== chosen && level !== 'LISTED') return null;
  return (
    <ToggleButton id={level}>
      {t(`levels.${level}`)} {total !== undefined && <b>{total}</b>}
    </ToggleButton>
  );
}
