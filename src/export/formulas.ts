/** Cells of tables for spreadsheet programs, which calculate text that begins like a formula, whatever its origin. */
import type { Cell } from './table.js';

/** Whether text that a program might calculate gets a ' in front. */
export type Formulas = 'escape' | 'keep';

/** The signs of OWASP's list, also in full width and in the small forms. */
const sign = '[=+\\-@＝＋－＠﹦﹢﹣﹫]';
/** What programs skip before a sign: white space, quotes, and characters without width such as a byte order mark. */
const skipped = '(?:(?![\\t\\r\\n;])[\\s\\p{C}"“”„‟«»‘’‚‛`])*';
/** A cell begins here for one program or another: at the beginning, after a line ending, and where a semicolon or a tab separates cells. */
const beginning = new RegExp(`^(?=[\\t\\r\\n']|${skipped}${sign})|(?<=[\\t\\r\\n;])(?='|${skipped}${sign})`, 'gu');
/** Where the text had a ' of its own, it got another. */
const escaped = /^'|(?<=[\t\r\n;])'/g;
const number = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Text with a ' in front of what a program might calculate. A number is no formula, also where it is negative or is kept as text. */
export const escapeFormula = (cell: Cell): Cell =>
  typeof cell === 'string' && !number.test(cell) ? cell.replaceAll(beginning, "'") : cell;

/** The original text of what `escapeFormula` wrote. */
export const unescapeFormula = (cell: string): string => cell.replaceAll(escaped, '');

/** How the cells of a table are written. */
export const cellsWith = (formulas: Formulas) => (formulas === 'escape' ? { cell: escapeFormula } : {});
