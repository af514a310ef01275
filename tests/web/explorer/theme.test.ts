/** The colours of the explorer have enough contrast, in light and in dark. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const css = readFileSync(fileURLToPath(new URL('../../../web/explorer/theme.css', import.meta.url)), 'utf8');
const colours = new Map(
  [...css.matchAll(/--(\w+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name = '', ...pair]) => [name, pair as string[]]),
);

/** The relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const linear = [1, 3, 5].map((start) => {
    const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['ground', 'raised', 'mark'];
const rows = [
  ...['text', 'quiet', 'accent', 'good', 'warn', 'bad'].map((colour) => ({ colour, least: 4.5 })),
  { colour: 'edge', least: 3 },
];

describe.each(['light', 'dark'])('the %s theme', (theme) => {
  const of = (name: string) => colours.get(name)![theme === 'light' ? 0 : 1]!;

  it.each(rows)('shows $colour with a contrast of $least on each ground', ({ colour, least }) => {
    const on = colour === 'edge' ? ['ground', 'raised'] : grounds;
    expect(on.filter((ground) => contrast(of(colour), of(ground)) < least)).toEqual([]);
  });
});
