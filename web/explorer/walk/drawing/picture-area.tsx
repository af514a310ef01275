import { lazy, Suspense, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { ZoomButtons } from '../controls/zoom-buttons.tsx';
import { listOf } from '../list-of.ts';
import type { Walk } from '../use-walk.ts';
import type { Zoom } from './canvas.tsx';
import { SvgPicture, type SvgPictureProps } from './svg-picture.tsx';
import { usePrinting } from './use-printing.ts';
import { hasWebGl } from './web-gl.ts';

const Canvas = lazy(() => import('./canvas.tsx'));

interface PictureAreaProps {
  readonly walk: Walk;
  readonly sheet: SvgPictureProps;
}

/** The picture on the screen and on paper. Without WebGL it is still, and the tables are the way to walk on. */
export function PictureArea({ walk, sheet }: PictureAreaProps) {
  const canDraw = useMemo(hasWebGl, []);
  const isPrinting = usePrinting();
  return (
    <div>
      {canDraw ? <Drawn walk={walk} sheet={sheet} /> : <Still sheet={sheet} />}
      {canDraw && isPrinting && <SvgPicture {...sheet} />}
    </div>
  );
}

/** More than this many entities take long as elements. */
const mostStill = 500;

function Still({ sheet }: Pick<PictureAreaProps, 'sheet'>) {
  const t = useTranslations('walk');
  return (
    <>
      <p className="state">{t('undrawn')}</p>
      {sheet.picture.entities.length > 0 && sheet.picture.entities.length <= mostStill && <SvgPicture {...sheet} />}
    </>
  );
}

function Drawn({ walk, sheet }: PictureAreaProps) {
  const t = useTranslations('walk');
  const selected = useMemo(() => listOf(walk.search.at), [walk.search.at]);
  const zoom = useRef<Zoom>(null);
  return (
    <section className="picture" aria-label={t('title')}>
      <Suspense fallback={<p className="state">{t('drawing')}</p>}>
        <Canvas
          ref={zoom}
          picture={sheet.picture}
          palette={sheet.palette}
          title={sheet.title}
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
