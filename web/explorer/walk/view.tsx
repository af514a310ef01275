import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useEntityName } from '../parts/entity-link.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { TakeAlong } from '../parts/take-along.tsx';
import { useAsOf } from '../url/use-as-of.ts';
import { Connections } from './controls/connections.tsx';
import { Growth } from './controls/growth.tsx';
import { Legend } from './controls/legend.tsx';
import { filesOf } from './drawing/files.ts';
import { pictureOf, type Picture } from './drawing/picture.ts';
import { PictureArea } from './drawing/picture-area.tsx';
import type { SvgPictureProps } from './drawing/svg-picture.tsx';
import { usePalette } from './drawing/theme.ts';
import type { Shown } from './graph/shown.ts';
import { shownOperation } from './graph/shown-operation.ts';
import type { ShownView } from './graph/use-shown.ts';
import { useLayout } from './layout/use-layout.ts';
import { Selection } from './selection/selection.tsx';
import { Tables } from './tables/tables.tsx';
import type { Walk } from './use-walk.ts';

export interface ViewProps {
  readonly walk: Walk;
  readonly shown: Shown;
  readonly view: ShownView;
}

/** What is shown: the picture with its legend, what is selected, and the same as tables. */
export function View({ walk, shown, view }: ViewProps) {
  return (
    <>
      {view.paths !== undefined && <Connections walk={walk} paths={view.paths} />}
      {shown.entities.size === 0 ? <Nothing walk={walk} /> : <Everything walk={walk} shown={shown} view={view} />}
    </>
  );
}

/** What an unknown id shows; where only connections are asked for and there are none, they say so. */
function Nothing({ walk: { search } }: { readonly walk: Walk }) {
  const t = useTranslations('walk');
  return search.from === undefined ? null : <p className="state">{t('unknown', { id: search.from })}</p>;
}

function Everything({ walk, shown, view }: ViewProps) {
  const asOf = useAsOf();
  const sheet = useSheet(usePicture(shown));
  const operation = useMemo(() => shownOperation(shown, asOf), [shown, asOf?.date]);
  const files = useMemo(() => filesOf(sheet), [sheet]);
  return (
    <>
      <div className="picture-bar">
        <Growth shown={shown} view={view} />
        <TakeAlong {...operation} picture={files} />
      </div>
      <div className="picture-and-selection">
        <PictureArea walk={walk} sheet={sheet} />
        <Selection walk={walk} shown={shown} />
      </div>
      <Legend walk={walk} shown={shown} />
      <Tables walk={walk} shown={shown} />
    </>
  );
}

function usePicture(shown: Shown): Picture {
  const [name, words] = [useEntityName(), useModelWords()];
  const positions = useLayout(shown.additions);
  return useMemo(
    () => pictureOf(shown, positions, { name, relation: (type) => words.relation(type) }),
    [shown, positions, words],
  );
}

/** The picture with all that a drawing of it needs. */
function useSheet(picture: Picture): SvgPictureProps {
  const t = useTranslations('walk');
  const words = useModelWords();
  const palette = usePalette();
  return useMemo(() => {
    const title = t('picture', { entities: picture.entities.length, relations: picture.relations.length });
    return { picture, palette, title, typeName: ({ typename }) => words.types(typename) };
  }, [picture, palette, words, t]);
}
