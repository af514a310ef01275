/** How entities and relations look, and how they look while a pointer is on them, or while they are selected. */
import type { StylesDeclaration } from 'sigma/types';
import type { ShapeAttributes } from './sigma-shape.ts';
import type { Palette } from './theme.ts';

type Styles = StylesDeclaration<
  Record<string, unknown>,
  Record<string, unknown>,
  {},
  {},
  {},
  ShapeAttributes,
  { dash: number; gap: number }
>;

export function stylesOf(palette: Palette): Styles {
  return { nodes: entityStyles(palette), edges: relationStyles(palette) };
}

function entityStyles({ ground, text, line, accent }: Palette): Styles['nodes'] {
  const marked = { backdropVisibility: 'visible', backdropArea: 'both', labelVisibility: 'visible', depth: 'topNodes' } as const;
  return [
    {
      x: { attribute: 'x' },
      y: { attribute: 'y' },
      size: { attribute: 'size' },
      color: { attribute: 'color' },
      halfPoint: { attribute: 'halfPoint' },
      inner: { attribute: 'inner' },
      turned: { attribute: 'turned' },
      width: { attribute: 'width' },
      label: { attribute: 'shortLabel' },
      labelVisibility: { attribute: 'named' },
      labelPosition: { attribute: 'side' },
      labelColor: text,
      labelSize: 12,
      backdropVisibility: 'hidden',
      backdropArea: 'node',
      backdropColor: ground,
      backdropShadowBlur: 0,
      backdropPadding: 3,
      backdropCornerRadius: 4,
      backdropBorderColor: line,
      backdropBorderWidth: 1.5,
      cursor: 'pointer',
    },
    { matchData: 'isOpen', cases: { true: { backdropVisibility: 'visible' } } },
    { matchState: 'isHovered', cases: { true: { ...marked, label: { attribute: 'label' } } } },
    { matchState: 'isHighlighted', cases: { true: { ...marked, backdropBorderColor: accent, backdropBorderWidth: 3 } } },
  ];
}

function relationStyles({ quiet, line, accent }: Palette): Styles['edges'] {
  const marked = { size: 3, color: accent, labelVisibility: 'visible', depth: 'topEdges' } as const;
  return [
    {
      size: 1.2,
      color: line,
      label: { attribute: 'label' },
      labelColor: quiet,
      labelSize: 10,
      labelVisibility: 'hidden',
      dash: { attribute: 'dash' },
      gap: { attribute: 'gap' },
      parallelPath: 'curved',
      cursor: 'pointer',
    },
    { matchData: 'isNamed', cases: { true: { labelVisibility: 'visible' } } },
    { matchData: 'isOnPath', cases: { true: marked } },
    { matchState: 'isHovered', cases: { true: marked } },
    { matchState: 'isHighlighted', cases: { true: marked } },
  ];
}
