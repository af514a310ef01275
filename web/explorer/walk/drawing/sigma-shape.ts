import type { SDFShape } from 'sigma/rendering';
import { radians, type Shape } from './shapes.ts';

const names = ['halfPoint', 'inner', 'turned', 'width'] as const;

/** The attributes by which the one shape of all nodes takes the form of each. */
export type ShapeAttributes = Readonly<Record<(typeof names)[number], number>>;

export const shapeAttributes = ({ points, inner, turned, width }: Shape): ShapeAttributes => ({
  halfPoint: Math.PI / points,
  inner,
  turned: radians(turned),
  width,
});

const float = 0x1406; // gl.FLOAT

/**
 * The signed distance of a place to the outline of a shape, for the graphics processor. A star is folded into half of one point, from its tip
 * to the corner beside it, which leaves a single line. One shape with attributes: of several, a program in software computes each at every place.
 */
export const sigmaShape: SDFShape = {
  name: 'star',
  uniforms: [],
  attributes: names.map((name) => ({ name: `a_${name}`, size: 1, type: float, source: name })),
  variables: Object.fromEntries(names.map((name) => [name, { type: 'number', default: 1 }])),
  inradiusFactor: 0.6,
  glsl: `
float sdf_star(vec2 uv, float size, float halfPoint, float inner, float turned, float width) {
  vec2 place = vec2(uv.x / width, uv.y);
  float angle = mod(atan(place.x, place.y) - turned, 2.0 * halfPoint);
  angle = min(angle, 2.0 * halfPoint - angle);
  vec2 folded = length(place) * vec2(sin(angle), cos(angle));
  vec2 tip = vec2(0.0, size);
  vec2 line = size * inner * vec2(sin(halfPoint), cos(halfPoint)) - tip;
  vec2 off = folded - tip;
  vec2 apart = off - line * clamp(dot(off, line) / dot(line, line), 0.0, 1.0);
  return length(apart) * sign(line.x * off.y - line.y * off.x);
}
`,
};
