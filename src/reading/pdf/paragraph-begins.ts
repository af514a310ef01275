/** Which lines of a PDF begin a paragraph. */
import { groupBy } from '../../graph/group-by.js';
import { edgesOf } from './edges.js';
import { beginsUnspaced, endsUnspaced, type Line } from './line.js';

export function paragraphBegins(pages: readonly (readonly Line[])[]): ReadonlySet<Line> {
  const leading = { unspaced: usualDistance(pages, true), spaced: usualDistance(pages, false) };
  const size = usualHeight(pages.flat());
  const beginning = new Set<Line>();
  const edges = edgesOf(pages);
  let last: Line | undefined;
  for (const lines of pages)
    lines.forEach((line, index) => {
      const edge = (last && edges.get(last)) ?? 0;
      if (
        last === undefined ||
        (index === 0 ? beginsOnPage(last, line) : begins(last, line, leading[scriptOf(line)], edge)) ||
        (Math.round(line.height) === size && hasRoom(last, line, edge))
      )
        beginning.add(line);
      last = line;
    });
  return beginning;
}

/** Of the lines of a script: most are inside of paragraphs, but not in a list of short ones, so a quarter is enough. */
function usualDistance(pages: readonly (readonly Line[])[], unspaced: boolean): number {
  const distances = pages.flatMap((lines) =>
    lines.slice(1).flatMap((line, index) => {
      const distance = (lines[index]?.base ?? 0) - line.base;
      return isUnspaced(line) === unspaced && distance > 0 && distance < 4 * line.height ? [distance] : [];
    }),
  );
  return distances.toSorted((a, b) => a - b)[Math.floor(distances.length / 4)] ?? Infinity;
}

/** Of most letters. */
function usualHeight(lines: readonly Line[]): number {
  const letters = [...groupBy(lines, ({ height }) => Math.round(height))].map(
    ([height, group]) => [height, group.reduce((sum, { text }) => sum + text.length, 0)] as const,
  );
  return letters.reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

/** Whether a line's first word had room on the line before: then that one is the end of a paragraph or an item, whatever it ends with. */
function hasRoom(last: Line, line: Line, edge: number): boolean {
  const word = beginsUnspaced.test(line.text) ? 1 : line.text.split(' ', 1).join('').length;
  const width = ((line.right - line.left) / line.text.length) * word;
  const isAligned = Math.abs(last.left - line.left) < 4 * line.height;
  return isAligned && !/[-\u2010\u00ad]$/.test(last.text) && edge - last.right > width + 2 * line.height;
}

const isUnspaced = ({ text }: Line): boolean => endsUnspaced.test(text) || beginsUnspaced.test(text);
const scriptOf = (line: Line): 'unspaced' | 'spaced' => (isUnspaced(line) ? 'unspaced' : 'spaced');

/** By the distance, the size, an indent, or a line before that ends early. */
function begins(last: Line, line: Line, leading: number, edge: number): boolean {
  const { height } = line;
  if (last.isRow || line.isRow || last.turn !== line.turn) return true;
  const down = last.base - line.base;
  if (Math.abs(height - last.height) > 0.15 * height) return true;
  if (down < -height) return endsSentence(last); // the next column
  if (down > 1.3 * leading || line.left - last.left > 0.8 * height) return true;
  return endsSentence(last) && last.right < edge - 4 * height;
}

/** A paragraph goes on over the end of a page where its sentence does. */
const beginsOnPage = (last: Line, line: Line): boolean =>
  endsSentence(last) || last.isRow || line.isRow || Math.abs(line.height - last.height) > 0.15 * line.height;

const endsSentence = ({ text }: Line): boolean => /[.!?。！？…:：][”’"'）)」』]*$/u.test(text);
