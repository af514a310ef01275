/** Shapes of radius 1. One form makes all of them, so that what is drawn by WebGL, in SVG and in the legend is the same. */

/** A star, whose first point is at the top. A polygon is a star with shallow corners. */
export interface Shape {
  readonly points: number;
  /** The radius of the corners between its points. */
  readonly inner: number;
  /** By how many degrees it is turned clockwise. */
  readonly turned: number;
  /** Its width, for a height of 1. */
  readonly width: number;
}

/** A regular polygon. */
export const polygon = (points: number, turned = 0, width = 1): Shape => ({
  points,
  inner: Math.cos(Math.PI / points),
  turned,
  width,
});

export const star = (points: number, inner: number): Shape => ({ points, inner, turned: 0, width: 1 });

/** The attribute `points` of an SVG polygon. */
export function pointsOf(shape: Shape, [x, y]: readonly [number, number], size: number): string {
  return cornersOf(shape)
    .map(([dx, dy]) => `${round(x + dx * size)},${round(y + dy * size)}`)
    .join(' ');
}

/** The corners; y leads down, as on a screen. */
function cornersOf({ points, inner, turned, width }: Shape): readonly (readonly [x: number, y: number])[] {
  return Array.from({ length: 2 * points }, (_, index) => {
    const angle = (Math.PI / points) * index + radians(turned);
    const radius = index % 2 === 0 ? 1 : inner;
    return [Math.sin(angle) * radius * width, -Math.cos(angle) * radius];
  });
}

export const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const round = (value: number): number => Math.round(value * 100) / 100;
