/** A text in parts that one request each can have. */
import type { Paragraph } from '../../paragraphs.js';
import type { Span } from '../../sentences.js';

/** A paragraph with its number in the text, from 1. */
type NumberedParagraph = Paragraph & { readonly number: number };

/** Whole paragraphs, one after the other. */
export interface Part extends Span {
  readonly paragraphs: readonly NumberedParagraph[];
}

/** Parts of at most so many characters; a paragraph that is longer is a part of its own. */
export function partsOf(paragraphs: readonly Paragraph[], most: number): Part[] {
  const groups: NumberedParagraph[][] = [];
  let size = 0;
  for (const [index, { start, end, text }] of paragraphs.entries()) {
    const paragraph = { start, end, text, number: index + 1 };
    const last = groups.at(-1);
    size += end - start;
    if (last !== undefined && size <= most) last.push(paragraph);
    else {
      groups.push([paragraph]);
      size = end - start;
    }
  }
  return groups.map((group) => ({
    paragraphs: group,
    start: (group[0] as NumberedParagraph).start,
    end: (group.at(-1) as NumberedParagraph).end,
  }));
}
