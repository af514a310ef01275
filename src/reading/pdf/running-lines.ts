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
    const isAlone = group.every(({ line, page }) => isPageNumber(line, page) || isOfBrowser(line));
    const isRepeated = new Set(group.map(({ page }) => page)).size >= 2 && !group.some(({ line }) => isSentence(line));
    if (isAlone || isRepeated) for (const { line } of group) running.add(line);
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

/** Alone, with a word for page, or with the number of pages. */
const isPageNumber = ({ text }: Line, page: number): boolean =>
  new RegExp(`^[-–—\\s]*(?:page|p\\.|第)?\\s*${page + 1}\\s*页?\\s*(?:(?:/|of|,?\\s*共)\\s*\\d+\\s*页?)?[-–—\\s]*$`, 'iu').test(
    text,
  );

/** What a browser prints around a page: when, its title, its address and the number of the page. */
const isOfBrowser = ({ text }: Line): boolean =>
  /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d\d(?: [AP]M)?(?: \| .*)?$|^(?:https?|file):\S+ \| \d+\/\d+$/.test(text);

const isSentence = ({ text }: Line): boolean => /[.!?。！？]$/.test(text);
