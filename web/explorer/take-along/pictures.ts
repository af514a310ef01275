/** The charts of a view, or its graph, as files. */
import { saveAs } from './save-as.ts';
import { viewName } from './view-name.ts';

export const pictureFormats = ['svg', 'png'] as const;

export type PictureFormat = (typeof pictureFormats)[number];

/** How a view that draws on a canvas gives its picture. */
export type Picture = Readonly<Record<PictureFormat, () => Promise<Blob>>>;

const charts = (): SVGSVGElement[] => [...document.querySelectorAll<SVGSVGElement>('main svg[data-chart]')];

export const hasCharts = (): boolean => charts().length > 0;

/** Saves the picture of the view; without one, each of its charts, with a number where there are several. */
export async function savePictures(format: PictureFormat, picture: Picture | undefined): Promise<void> {
  const name = viewName(new URL(location.href));
  if (picture !== undefined) return saveAs(await picture[format](), `${name}.${format}`);
  const all = charts();
  for (const [index, chart] of all.entries())
    saveAs(await chartAs(format, chart), `${name}${all.length === 1 ? '' : `-${index + 1}`}.${format}`);
}

async function chartAs(format: PictureFormat, chart: SVGSVGElement): Promise<Blob> {
  const { width, height } = chart.getBoundingClientRect();
  const svg = new Blob([new XMLSerializer().serializeToString(standalone(chart, { width, height }))], {
    type: 'image/svg+xml',
  });
  return format === 'svg' ? svg : drawn(svg, { width, height });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a chart gets from the page and must have of its own elsewhere. */
const looks = [
  'color',
  'fill',
  'fill-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
  'stroke',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-width',
  'text-anchor',
];

/** A copy that looks the same outside of the page. */
function standalone(chart: SVGSVGElement, { width, height }: Size): SVGSVGElement {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const originals = [chart, ...chart.querySelectorAll<SVGElement>('*')];
  for (const [index, element] of [copy, ...copy.querySelectorAll<SVGElement>('*')].entries()) {
    const style = getComputedStyle(originals[index]!);
    for (const look of looks) element.style?.setProperty(look, style.getPropertyValue(look));
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.style.setProperty('background', getComputedStyle(document.documentElement).backgroundColor);
  return copy;
}

/** Sharp on dense screens and on paper. */
const scale = 2;

/** An SVG as PNG. */
export async function drawn(svg: Blob, { width, height }: Size): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(svg);
  await image.decode();
  URL.revokeObjectURL(image.src);
  const canvas = new OffscreenCanvas(width * scale, height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, width * scale, height * scale);
  return canvas.convertToBlob({ type: 'image/png' });
}
