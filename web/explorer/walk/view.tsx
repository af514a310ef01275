import { lazy, Suspense, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useEntityName } from '../parts/entity-link.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { Connections } from './controls/connections.tsx';
import { Legend } from './controls/legend.tsx';
import { Growth } from './controls/growth.tsx';
import { ZoomButtons } from './controls/zoom-buttons.tsx';
import type { Zoom } from './drawing/canvas.tsx';
import { pictureOf } from './drawing/picture.ts';
import { hasWebGl } from './drawing/web-gl.ts';
import type { Shown } from './graph/shown.ts';
import type { ShownView } from './graph/use-shown.ts';
import { useLayout } from './layout/use-layout.ts';
import { listOf } from './search.ts';
import { Selection } from './selection/selection.tsx';
import { Tables } from './tables/tables.tsx';
import type { Walk } from './use-walk.ts';

const Canvas = lazy(() => import('./drawing/canvas.tsx'));

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
  return (
    <>
      <div className="picture-and-selection">
        <PictureOf walk={walk} shown={shown} />
        <Selection walk={walk} shown={shown} />
      </div>
      <Legend walk={walk} shown={shown} />
      <Growth shown={shown} view={view} />
      <Tables walk={walk} shown={shown} />
    </>
  );
}

function PictureOf({ walk, shown }: { readonly walk: Walk; readonly shown: Shown }) {
  const t = useTranslations('walk');
  const canDraw = useMemo(hasWebGl, []);
  return canDraw ? <Drawn walk={walk} shown={shown} /> : <p className="state">{t('undrawn')}</p>;
}

function Drawn({ walk, shown }: { readonly walk: Walk; readonly shown: Shown }) {
  const t = useTranslations('walk');
  const [nameOf, words] = [useEntityName(), useModelWords()];
  const positions = useLayout(shown.additions);
  const picture = useMemo(
    () => pictureOf(shown, positions, { name: nameOf, relation: (type) => words.relation(type) }),
    [shown, positions, words],
  );
  const selected = useMemo(() => listOf(walk.search.at), [walk.search.at]);
  const zoom = useRef<Zoom>(null);
  return (
    <section className="picture" aria-label={t('title')}>
      <Suspense fallback={<p className="state">{t('drawing')}</p>}>
        <Canvas
          ref={zoom}
          picture={picture}
          selected={selected}
          onEntity={walk.select}
          onOpen={walk.open}
          onRelation={walk.select}
          onNothing={walk.select}
        />
      </Suspense>
      <ZoomButtons onZoom={(by) => zoom.current?.zoom(by)} />
    </section>
  );
}
