import { useEffect, useRef, useState } from 'react';
import { drawBars } from './draw-bars.ts';
import { drawTime } from './draw-time.ts';
import type { Drawing } from './drawing.ts';

interface PictureProps extends Omit<Drawing, 'width'> {
  readonly form: 'TIME' | 'BARS';
}

/** A chart as an image, redrawn when its width changes. */
export default function Picture({ form, ...drawing }: PictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  useEffect(() => {
    if (width === 0) return;
    const chart = form === 'TIME' ? drawTime({ ...drawing, width }) : drawBars({ ...drawing, width });
    chart.setAttribute('role', 'img');
    chart.dataset['chart'] = form.toLowerCase();
    for (const mark of chart.querySelectorAll<SVGElement>('g[aria-label]')) unlabel(mark);
    frame.current?.replaceChildren(chart);
  });
  return <div ref={frame} className="picture" />;
}

/** An image has one label; those of its parts, such as "arrow", are of no use to readers. */
function unlabel(mark: SVGElement): void {
  mark.dataset['mark'] = mark.getAttribute('aria-label') ?? '';
  mark.removeAttribute('aria-label');
}

/** Of the content of an element, in CSS pixels; 0 before it is known. Wider than that, bars are hard to compare. */
function useWidth(frame: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.min(720, Math.floor(entry?.contentRect.width ?? 0))));
    if (frame.current !== null) observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
