/** Takes out what runs along with the pages: their numbers, and a line that each of them begins or ends with. */
import { groupBy } from '../../graph/group-by.js';
import type { Line } from './line.js';

interface Edge {
  readonly line: Line;
  readonly page: number;
}

/** Pages without their numbers and running heads. */
export function withoutRunningLines(pages: readonly (readonly Line[])[]): Line[][] {
  const edges = pages.flatMap((lines, page) => edgesOf(lines).map((line): Edge => ({ line, page })));
  const running = new Set<Line>();
  for (const group of groupBy(edges, keyOf).values()) {
    const isNumbered = group.some(({ line }) => /\d/.test(line.text));
    const enough = group.every(({ line, page }) => isPageNumber(line, page)) ? 1 : isNumbered ? 2 : 3;
    if (new Set(group.map(({ page }) => page)).size >= enough) for (const { line } of group) running.add(line);
  }
  return pages.map((lines) => lines.filter((line) => !running.has(line)));
}

/** The two highest and the two lowest lines. */
function edgesOf(lines: readonly Line[]): Line[] {
  const sorted = lines.toSorted((a, b) => b.base - a.base);
  return [...new Set([...sorted.slice(0, 2), ...sorted.slice(-2)])];
}

/** The same for lines at the same place whose last number goes up with the pages. */
function keyOf({ line: { text, base }, page }: Edge): string {
  const number = /\d+(?=\D*$)/.exec(text.replace(/(?<=\d)\s*(?:\/|of|共)\s*\d+(?=\D*$)/u, ''))?.[0];
  const place = Math.round(base / 4);
  if (number === undefined) return `${place} ${text}`;
  return `${place} ${text.replace(number, '#')} ${Number(number) - page}`;
}

const isPageNumber = ({ text }: Line, page: number): boolean => new RegExp(`^[-–—\\s]*${page + 1}[-–—\\s]*$`, 'u').test(text);
