/** Joins the lines of a PDF into paragraphs. */
import { beginsUnspaced, endsUnspaced, type Line } from './line.js';

/** One paragraph a line, with an empty line between; words that were hyphenated at the end of a line are whole again. */
export function paragraphsOf(pages: readonly (readonly Line[])[]): string {
  const unspaced = usualDistance(pages, true);
  const spaced = usualDistance(pages, false);
  const written = new Set(pages.flatMap((lines) => lines.flatMap(({ text }) => text.toLowerCase().match(word) ?? [])));
  const edge = edges(pages.flat());
  const paragraphs: string[] = [];
  let last: Line | undefined;
  for (const lines of pages) {
    lines.forEach((line, index) => {
      const isNew =
        last === undefined ||
        (index === 0 ? beginsOnPage(last, line) : begins(last, line, isUnspaced(line) ? unspaced : spaced, edge(last)));
      if (isNew) paragraphs.push(line.text);
      else paragraphs.push(joined(paragraphs.pop() ?? '', line.text, written));
      last = line;
    });
  }
  return paragraphs.map((paragraph) => `${paragraph}\n`).join('\n');
}

const word = /[\p{L}]+(?:-[\p{L}]+)*/gu;

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

/** Where the lines of a line's column end, which are of its size. */
function edges(lines: readonly Line[]): (line: Line) => number {
  const found = new Map<string, number>();
  const column = ({ left }: Line): number => Math.round(left / 36);
  for (const line of lines)
    for (const near of [-1, 0, 1]) {
      const key = `${Math.round(line.height)} ${column(line) + near}`;
      found.set(key, Math.max(found.get(key) ?? 0, line.right));
    }
  return (line) => found.get(`${Math.round(line.height)} ${column(line)}`) ?? line.right;
}

const isUnspaced = ({ text }: Line): boolean => endsUnspaced.test(text) || beginsUnspaced.test(text);

/** Whether a line begins a paragraph: by the distance, the size, an indent, or a line before that ends early. */
function begins(last: Line, line: Line, leading: number, edge: number): boolean {
  const { height } = line;
  const down = last.base - line.base;
  if (Math.abs(height - last.height) > 0.15 * height) return true;
  if (down < -height) return endsSentence(last); // the next column
  if (down > 1.3 * leading || line.left - last.left > 0.8 * height) return true;
  return endsSentence(last) && last.right < edge - 4 * height;
}

/** A paragraph goes on over the end of a page where its sentence does. */
const beginsOnPage = (last: Line, line: Line): boolean =>
  endsSentence(last) || Math.abs(line.height - last.height) > 0.15 * line.height;

const endsSentence = ({ text }: Line): boolean => /[.!?。！？…:：][”’"'）)」』]*$/u.test(text);

function joined(before: string, line: string, written: ReadonlySet<string>): string {
  if (endsUnspaced.test(before) || beginsUnspaced.test(line)) return before + line;
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + line;
  if (!/[\p{L}\p{N}][-\u2010]$/u.test(before)) return `${before} ${line}`;
  const isKept = !/\p{L}.$/u.test(before) || !/^\p{Ll}/u.test(line) || isCompound(before, line, written);
  return isKept ? before + line : before.slice(0, -1) + line;
}

/** Whether the text has the word with its hyphen elsewhere, within a line, and not without it. */
function isCompound(before: string, line: string, written: ReadonlySet<string>): boolean {
  const first = /[\p{L}-]+(?=.$)/u.exec(before)?.[0].toLowerCase() ?? '';
  const rest = /^[\p{L}-]+/u.exec(line)?.[0].toLowerCase() ?? '';
  return written.has(`${first}-${rest}`) && !written.has(first + rest);
}
