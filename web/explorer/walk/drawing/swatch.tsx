import type { CSSProperties } from 'react';
import type { Kind } from './kinds.ts';
import { pointsOf } from './shapes.ts';

/** The shape of a type of entity in its colour. */
export function Swatch({ kind }: { readonly kind: Kind }) {
  const colour: CSSProperties = { fill: `light-dark(${kind.light}, ${kind.dark})` };
  return (
    <svg className="swatch" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <polygon points={pointsOf(kind.shape, [8, 8], 7)} style={colour} />
    </svg>
  );
}
