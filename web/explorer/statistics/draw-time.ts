import * as Plot from '@observablehq/plot';
import { dayOf, isVague, joins, openSide } from './charts.ts';
import { colourOf, isApproximate, type DrawnValue, type Drawing } from './drawing.ts';

/** Values over time: each is as wide as its period, so that gaps between periods are gaps. */
export function drawTime({ values, width, axis, time, title }: Drawing): SVGSVGElement | HTMLElement {
  const open = values.filter((value) => openSide(value) !== undefined);
  const highest = Math.max(0, ...values.map(({ value }) => value));
  const lowest = Math.min(0, ...values.map(({ value }) => value));
  const reach = (highest - lowest || 1) * 0.12;
  return Plot.plot({
    width,
    height: Math.min(320, Math.max(220, width * 0.5)),
    marginLeft: 64,
    marginRight: 40,
    marginTop: 28,
    ariaLabel: title,
    style: { background: 'transparent', color: 'var(--quiet)', fontFamily: 'var(--sans)', fontSize: '12px' },
    x: {
      type: 'utc',
      label: null,
      domain: domainOf(values),
      tickFormat: time,
      ticks: ticksOf(domainOf(values), width - 104),
    },
    y: { label: null, domain: [lowest - (lowest < 0 ? reach : 0), highest + reach], grid: true, tickFormat: axis, ticks: 5 },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--edge)' }),
      Plot.link(joins(values), {
        x1: ([before]) => middle(before),
        x2: ([, after]) => middle(after),
        y1: ([before]) => before.value,
        y2: ([, after]) => after.value,
        stroke: 'var(--accent)',
        strokeOpacity: 0.6,
      }),
      ...[false, true].map((vague) =>
        Plot.ruleY(
          values.filter((value) => isVague(value) === vague),
          {
            x1: start,
            x2: end,
            y: 'value',
            stroke: colourOf,
            strokeWidth: 3,
            strokeOpacity: 0.7,
            ...(vague && { strokeDasharray: '3 3' }),
          },
        ),
      ),
      Plot.arrow(open, {
        x1: middle,
        x2: middle,
        y1: 'value',
        y2: (value: DrawnValue) => value.value + (openSide(value) === 'ABOVE' ? reach * 0.8 : -reach * 0.8),
        stroke: colourOf,
        strokeWidth: 2,
        headLength: 6,
      }),
      Plot.dot(
        values.filter((value) => !(value.kind in shapes)),
        dot,
      ),
      ...Object.entries(shapes).map(([kind, symbol]) =>
        Plot.dot(
          values.filter((value) => value.kind === kind),
          { ...dot, symbol },
        ),
      ),
      ...labels(values, width),
    ],
  });
}

/** What was not measured. */
const shapes = { TARGET: 'diamond', FORECAST: 'square' } as const;

const start = ({ period }: DrawnValue): Date => dayOf(period!.earliest!);
/** The end of its last day. */
const end = ({ period }: DrawnValue): Date => new Date(Number(dayOf(period!.latest!)) + 24 * 60 * 60 * 1_000);
const middle = (value: DrawnValue): Date => new Date((Number(start(value)) + Number(end(value))) / 2);
const isHollow = (value: DrawnValue): boolean => isApproximate(value) || value.kind === 'TARGET' || value.kind === 'FORECAST';

const dot: Plot.DotOptions = {
  x: middle,
  y: 'value',
  r: 5,
  fill: (value: DrawnValue) => (isHollow(value) ? 'var(--ground)' : colourOf(value)),
  stroke: colourOf,
  strokeWidth: 2,
};

function domainOf(values: readonly DrawnValue[]): [Date, Date] {
  const [first, last] = [
    Math.min(...values.map((value) => Number(start(value)))),
    Math.max(...values.map((value) => Number(end(value)))),
  ];
  const margin = (last - first) * 0.08;
  return [new Date(first - margin), new Date(last + margin)];
}

const millisecondsOfMonth = 2_629_746_000;
/** Lengths in months. */
const intervals = [
  [1, 'month'],
  [3, '3 months'],
  [12, 'year'],
  [24, '2 years'],
  [60, '5 years'],
  [120, '10 years'],
  [600, '50 years'],
] as const;

/** The shortest interval whose labels fit: asked for a number of ticks, the scale may give twice as many, which overlap. */
function ticksOf([from, until]: [Date, Date], width: number): string | number {
  const months = (Number(until) - Number(from)) / millisecondsOfMonth;
  const most = Math.max(2, width / 90);
  if (months < 3) return Math.floor(most / 2);
  return intervals.find(([length]) => months / length <= most)?.[1] ?? '100 years';
}

/** The words of values, above them, or below where an arrow leads up; those at the edges lead inwards. */
function labels(values: readonly DrawnValue[], width: number): Plot.Text[] {
  const [from, until] = domainOf(values).map(Number) as [number, number];
  const sideOf = (value: DrawnValue) => Math.floor((3 * (Number(middle(value)) - from)) / (until - from));
  return (['start', 'middle', 'end'] as const).flatMap((textAnchor, side) =>
    [false, true].map((isBelow) => {
      const own = labelledOf(values, width).filter(
        (value) => sideOf(value) === side && (openSide(value) === 'ABOVE') === isBelow,
      );
      const shift = side === 1 ? 0 : side === 0 ? -24 : 24;
      return Plot.text(own, { x: middle, y: 'value', text: 'label', textAnchor, dx: shift, dy: isBelow ? 18 : -14, ...words });
    }),
  );
}

const words = { fill: 'var(--text)', stroke: 'var(--ground)', strokeWidth: 4, fontSize: 13 };

/** All where there is room for their words; else the first, the last and the extremes. */
function labelledOf(values: readonly DrawnValue[], width: number): readonly DrawnValue[] {
  if (values.length <= Math.floor(width / 110)) return values;
  const byValue = values.toSorted((a, b) => a.value - b.value);
  return [...new Set([values[0]!, values.at(-1)!, byValue[0]!, byValue.at(-1)!])];
}
