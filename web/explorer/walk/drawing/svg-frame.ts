/** Where the picture is on a sheet. */
import type { Picture } from './picture.ts';

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly placeOf: (id: string) => readonly [x: number, y: number];
}

const width = 1200;
/** Room for names at both sides, and above and below. */
const margin = { x: 220, y: 40 };

/** A sheet that the whole picture fits; y leads down on it, and up in the picture. */
export function framed({ entities }: Picture): Frame {
  const [left, right] = extent(entities.map(({ x }) => x));
  const [bottom, top] = extent(entities.map(({ y }) => y));
  const scale = (width - 2 * margin.x) / Math.max(right - left, (top - bottom) / 2, 1);
  const places = new Map(
    entities.map(({ id, x, y }) => [id, [(width + (2 * x - left - right) * scale) / 2, margin.y + (top - y) * scale] as const]),
  );
  return { width, height: Math.round(2 * margin.y + (top - bottom) * scale), placeOf: (id) => places.get(id)! };
}

function extent(values: readonly number[]): readonly [least: number, most: number] {
  return values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);
}
