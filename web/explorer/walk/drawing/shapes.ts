/** Shapes of radius 1, as the corners of polygons; y leads down, as on a screen. */
export type Shape = readonly (readonly [x: number, y: number])[];

/** A regular polygon with a corner at the top, turned clockwise by some degrees. */
export function polygon(corners: number, turned: number): Shape {
  return Array.from({ length: corners }, (_, index) => corner((360 / corners) * index + turned, 1));
}

/** A star with a point at the top, whose inner corners lie at `inner` of its radius. */
export function star(points: number, inner: number): Shape {
  return Array.from({ length: 2 * points }, (_, index) => corner((180 / points) * index, index % 2 === 0 ? 1 : inner));
}

function corner(degrees: number, radius: number): readonly [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [Math.sin(angle) * radius, -Math.cos(angle) * radius];
}

/** The attribute `points` of an SVG polygon. */
export function pointsOf(shape: Shape, [x, y]: readonly [number, number], size: number): string {
  return shape.map(([dx, dy]) => `${round(x + dx * size)},${round(y + dy * size)}`).join(' ');
}

const round = (value: number): number => Math.round(value * 100) / 100;
