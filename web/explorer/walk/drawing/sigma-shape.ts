import type { SDFShape } from 'sigma/rendering';
import type { Shape } from './shapes.ts';

/**
 * A polygon for the graphics processor: the signed distance of a place to it. The sign changes with each side that a ray from the
 * place crosses (the even-odd rule); the distance is that to the nearest side.
 */
export function sigmaShape(name: string, shape: Shape): SDFShape {
  const corners = shape.map(([x, y]) => `vec2(${x.toFixed(4)}, ${(-y).toFixed(4)})`).join(', ');
  const count = shape.length;
  return {
    name,
    uniforms: [],
    inradiusFactor: Math.min(...shape.map(([x, y]) => Math.hypot(x, y))) * 0.8,
    glsl: `
float sdf_${name}(vec2 uv, float size) {
  const vec2 corners[${count}] = vec2[${count}](${corners});
  float nearest = 1e9;
  float side = 1.0;
  vec2 before = corners[${count - 1}] * size;
  for (int i = 0; i < ${count}; i++) {
    vec2 corner = corners[i] * size;
    vec2 line = before - corner;
    vec2 place = uv - corner;
    vec2 off = place - line * clamp(dot(place, line) / dot(line, line), 0.0, 1.0);
    nearest = min(nearest, dot(off, off));
    if ((corner.y > uv.y) != (before.y > uv.y) && uv.x < (before.x - corner.x) * (uv.y - corner.y) / (before.y - corner.y) + corner.x) side = -side;
    before = corner;
  }
  return side * sqrt(nearest);
}
`,
  };
}
