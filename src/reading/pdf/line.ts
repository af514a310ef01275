import { withoutRadicals } from './radicals.js';

/** A line of a page of a PDF, as it is set: lengths in points, from the lower left corner as the line is turned. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** Of its largest letters. */
  readonly height: number;
  /** In steps of 90 degrees, against the clock. */
  readonly turn: number;
  /** Of a table, with its cells. */
  readonly isRow: boolean;
}

/** A letter or mark of a script without spaces. */
const ideograph = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]`;

export const endsUnspaced = new RegExp(`${ideograph}$`, 'u');
export const beginsUnspaced = new RegExp(`^${ideograph}`, 'u');

/** Spaces that justify a line, not ones that were written. */
const spacesBetween = new RegExp(`(?<=${ideograph}) +(?=${ideograph})`, 'gu');

/** Shapes of letters that fonts name instead of the letters: ligatures, joined and upright forms, and radicals for the ideographs that look the same. */
const shapes = /[\u2f00-\u2fd5\ufb00-\ufdff\ufe10-\ufe19\ufe30-\ufe4f\ufe70-\ufefc]/g;

/** The text of a line with one space where the page has several or none was written. */
export const tidied = (text: string): string =>
  withoutRadicals(text)
    .replaceAll(shapes, (shape) => shape.normalize('NFKC'))
    .normalize('NFC')
    .replaceAll('\0', '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(spacesBetween, '');
