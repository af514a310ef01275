import type { Span } from '../sentences.js';

/** The position in code points of each position in UTF-16 code units of a text. Locators count the former, regular expressions the latter. */
export function codePointPositions(text: string): (unit: number) => number {
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return (unit) => unit;
  const positions = new Uint32Array(text.length + 1);
  let count = 0;
  for (let unit = 0; unit < text.length; unit++) {
    positions[unit] = count;
    if (!isLowSurrogate(text.charCodeAt(unit + 1))) count++;
  }
  positions[text.length] = count;
  return (unit) => positions[unit] ?? count;
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Of spans in order, the last that begins before a position; by bisection. */
export const lastBefore = <T extends Pick<Span, 'start'>>(spans: readonly T[], position: number): T | undefined =>
  spans[countBefore(spans, position) - 1];

/** Of spans in order, how many begin before a position. */
export function countBefore(spans: readonly Pick<Span, 'start'>[], position: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Pick<Span, 'start'>).start < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
