import { limits } from './limits.js';
import type { Span } from './sentences.js';

export interface Paragraph extends Span {
  readonly text: string;
}

const longest = limits.lists.paragraph.value;

/**
 * The paragraphs of a text that end after a position, in order, within a range: its lines without the space around them.
 * Empty lines are left out, and a line that is too long is several paragraphs.
 */
export function* paragraphsFrom(text: readonly string[], position: number, range: Span): Generator<Paragraph> {
  const last = Math.min(range.end, text.length);
  let start = startOfLine(text, Math.max(position, range.start), range.start);
  while (start < last) {
    const end = endOfLine(text, start, last);
    for (const paragraph of piecesOf(text, { start, end })) if (paragraph.end > position) yield paragraph;
    start = end + 1;
  }
}

/** The paragraphs that a passage is in, as one. */
export function paragraphAround(text: readonly string[], passage: Span, range: Span): Paragraph {
  let [start, end] = [passage.start, passage.end];
  for (const paragraph of paragraphsFrom(text, passage.start, range)) {
    if (paragraph.start >= passage.end) break;
    start = Math.min(start, paragraph.start);
    end = Math.max(end, paragraph.end);
  }
  return { start, end, text: text.slice(start, end).join('') };
}

function startOfLine(text: readonly string[], position: number, first: number): number {
  return position === 0 ? first : Math.max(first, text.lastIndexOf('\n', position - 1) + 1);
}

function endOfLine(text: readonly string[], position: number, last: number): number {
  const end = text.indexOf('\n', position);
  return end === -1 ? last : Math.min(end, last);
}

function* piecesOf(text: readonly string[], line: Span): Generator<Paragraph> {
  for (let { start } = line; start < line.end; start += longest) {
    const piece = trimmed(text, { start, end: Math.min(start + longest, line.end) });
    if (piece !== undefined) yield piece;
  }
}

/** Without the space around it; undefined where nothing is left. */
function trimmed(text: readonly string[], span: Span): Paragraph | undefined {
  const isSpace = (position: number) => text[position]?.trim() === '';
  let { start, end } = span;
  while (start < end && isSpace(start)) start++;
  while (end > start && isSpace(end - 1)) end--;
  return start === end ? undefined : { start, end, text: text.slice(start, end).join('') };
}
