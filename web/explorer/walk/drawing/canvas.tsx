import { useEffect, useImperativeHandle, useMemo, useRef, type Ref } from 'react';
import { useTranslations } from 'use-intl';
import type { Picture } from './picture.ts';
import { Renderer, type Handlers } from './renderer.ts';
import { usePrefersStill, type Palette } from './theme.ts';

export interface Zoom {
  readonly zoom: (by: 'in' | 'out' | 'fit') => void;
}

export interface CanvasProps extends Handlers {
  readonly picture: Picture;
  readonly palette: Palette;
  readonly title: string;
  readonly selected: readonly string[];
  readonly ref?: Ref<Zoom>;
}

/** Relations up to which a picture has arrows and curves. */
const mostFine = 1_000;

/** The picture of what is shown, for those who see it; the tables have the same content. */
export default function Canvas({ picture, palette, title, selected, ref, ...handlers }: CanvasProps) {
  const t = useTranslations('walk');
  const words = useMemo(() => ({ wheel: t('wheel'), appleWheel: t('appleWheel'), touch: t('touch') }), [t]);
  const isStill = usePrefersStill();
  const detail = picture.relations.length > mostFine ? 'plain' : 'fine';
  const container = useRef<HTMLDivElement>(null);
  const renderer = useRef<Renderer | undefined>(undefined);
  const latest = useRef<Handlers>(handlers);
  latest.current = handlers;
  useEffect(() => {
    const made = new Renderer(container.current!, palette, words, detail, () => latest.current);
    renderer.current = made;
    return () => made.kill();
  }, [palette, words, detail]);
  useEffect(() => renderer.current?.draw(picture, isStill), [picture, isStill, palette, words, detail]);
  useEffect(() => renderer.current?.select(selected), [selected, picture, palette, words, detail]);
  useImperativeHandle(ref, () => ({ zoom: (by) => renderer.current?.zoom(by, isStill) }), [isStill]);
  return <div className="canvas" ref={container} role="img" aria-label={title} />;
}
