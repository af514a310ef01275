import { extremityArrow, layerDashed, layerFill, pathCurved, pathLine } from 'sigma/rendering';
import type { PrimitivesDeclaration, SigmaOptions } from 'sigma/types';
import { stylesOf } from './renderer-styles.ts';
import { sigmaShape } from './sigma-shape.ts';
import type { Palette } from './theme.ts';

/** What is said where a gesture moves the page on, though a reader may have meant the graph. */
export interface GestureWords {
  readonly wheel: string;
  readonly appleWheel: string;
  readonly touch: string;
}

/** A picture of thousands has straight lines without arrows: a curve takes 50 corners, an arrow more. */
export type Detail = 'fine' | 'plain';

export function optionsOf(palette: Palette, words: GestureWords, detail: Detail): SigmaOptions {
  return { primitives: primitivesOf(detail), styles: stylesOf(palette), settings: settingsOf(words, detail) };
}

function primitivesOf(detail: Detail): PrimitivesDeclaration {
  return {
    nodes: {
      shapes: [sigmaShape],
      layers: [layerFill()],
      label: { font: { family: 'system-ui, sans-serif' } },
    },
    edges: {
      paths: detail === 'fine' ? [pathLine(), pathCurved()] : [pathLine()],
      extremities: detail === 'fine' ? [extremityArrow()] : [],
      ...(detail === 'fine' ? { defaultHead: 'arrow' } : {}),
      variables: { dash: { type: 'number', default: 8 }, gap: { type: 'number', default: 0 } },
      layers: [layerDashed({ dashSize: { attribute: 'dash', mode: 'pixels' }, gapSize: { attribute: 'gap', mode: 'pixels' } })],
    },
  };
}

/** Padding multiplies what is drawn for each of thousands. */
const plainSettings: SigmaOptions['settings'] = {
  antialiasEdges: false,
  nodePickingPadding: 1,
  edgePickingPadding: 1,
};

function settingsOf(words: GestureWords, detail: Detail): SigmaOptions['settings'] {
  return {
    renderEdgeLabels: true,
    enableEdgeEvents: true,
    edgePickingPadding: 5,
    nodePickingPadding: 5,
    labelDensity: 1.5,
    labelGridCellSize: 80,
    labelRenderedSizeThreshold: 4,
    itemSizesReference: 'screen',
    minEdgeThickness: 1,
    stagePadding: 60,
    enableCameraRotation: false,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    allowInvalidContainer: true, // it has no width while the page is prepared
    gestureTarget: 'shared',
    sharedGestureWheelMessage: words.wheel,
    sharedGestureAppleWheelMessage: words.appleWheel,
    sharedGestureTouchMessage: words.touch,
    ...(detail === 'plain' ? plainSettings : {}),
  };
}
