/** Joins the lines of a PDF into paragraphs. */
import { beginsUnspaced, endsUnspaced, type Line } from './line.js';
import { paragraphBegins } from './paragraph-begins.js';

/** One paragraph a line, with an empty line between; words that were hyphenated at the end of a line are whole again. */
export function paragraphsOf(pages: readonly (readonly Line[])[]): string {
  const written = new Set(pages.flatMap((lines) => lines.flatMap(({ text }) => text.toLowerCase().match(word) ?? [])));
  const begins = paragraphBegins(pages);
  const paragraphs: string[] = [];
  for (const line of pages.flat()) {
    if (begins.has(line)) paragraphs.push(line.text);
    else paragraphs.push(joined(paragraphs.pop() ?? '', line.text, written));
  }
  return paragraphs.map((paragraph) => `${paragraph}\n`).join('\n');
}

const word = /[\p{L}]+(?:-[\p{L}]+)*/gu;

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
