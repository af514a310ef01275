import * as Plot from '@observablehq/plot';
import { openSide } from './charts.ts';
import { colourOf, isApproximate, type Drawing } from './drawing.ts';

const row = 52;

/** One bar for each value, from zero. Its end shows how the value is meant, and words say so. */
export function drawBars({ values, width, axis, title }: Drawing): SVGSVGElement | HTMLElement {
  const rows = values.map((value, index) => ({ ...value, y: index }));
  const open = rows.filter((value) => openSide(value) !== undefined);
  const { start, end, reach } = extent(rows.map(({ value }) => value));
  const aim = (value: (typeof rows)[number]) => value.value + (openSide(value) === 'ABOVE' ? reach : -reach);
  return Plot.plot({
    width,
    height: rows.length * row + 36,
    marginLeft: 4,
    marginRight: 12,
    marginTop: 8,
    marginBottom: 28,
    ariaLabel: title,
    style: { background: 'transparent', color: 'var(--quiet)', fontFamily: 'var(--sans)', fontSize: '12px' },
    x: { domain: [start, end], label: null, tickFormat: axis, ticks: Math.max(2, Math.round(width / 110)), grid: true },
    y: { domain: [-0.5, rows.length - 0.5], axis: null, reverse: true },
    marks: [
      Plot.rect(rows, {
        x1: (value) => Math.min(0, value.value),
        x2: (value) => Math.max(0, value.value),
        y1: (value) => value.y - 0.02,
        y2: (value) => value.y + 0.3,
        fill: colourOf,
        fillOpacity: (value) => (isSolid(value) ? 0.85 : 0.2),
        stroke: colourOf,
        strokeDasharray: '4 3',
        strokeOpacity: (value) => (isSolid(value) ? 0 : 1),
      }),
      Plot.arrow(open, {
        x1: 'value',
        x2: aim,
        y1: (value) => value.y + 0.14,
        y2: (value) => value.y + 0.14,
        stroke: colourOf,
        strokeWidth: 2,
        headLength: 7,
      }),
      Plot.ruleX([0], { stroke: 'var(--edge)' }),
      Plot.text(rows, {
        x: () => start,
        y: (value) => value.y - 0.24,
        text: 'label',
        textAnchor: 'start',
        dx: 2,
        fill: 'var(--text)',
        fontSize: 13,
        lineWidth: width / 15,
        textOverflow: 'ellipsis',
      }),
    ],
  });
}

const isSolid = (value: Drawing['values'][number]): boolean =>
  value.kind !== 'TARGET' && value.kind !== 'FORECAST' && !isApproximate(value);

/** From zero to the furthest value, with room for the arrows of open ends. */
function extent(values: readonly number[]): { start: number; end: number; reach: number } {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const reach = (most - least || 1) * 0.06;
  return { start: least - (least < 0 ? 2 * reach : 0), end: most + 2 * reach, reach };
}
