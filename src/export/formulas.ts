/** Cells of tables for spreadsheet programs, which calculate text that begins like a formula, whatever its origin. */
import type { Cell } from './table.js';

/** Signs of OWASP's list, also after white space and in full width, and the apostrophe itself, so that it can be taken off again. */
const risky = /^(?:[\t\r\n']|\s*[=+\-@＝＋－＠])/;
const number = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Text that a program might calculate, with a ' in front. A number is no formula, also where it is negative or is kept as text. */
export const escapeFormula = (cell: Cell): Cell =>
  typeof cell === 'string' && risky.test(cell) && !number.test(cell) ? `'${cell}` : cell;

/** What `escapeFormula` wrote, as it was. */
export const unescapeFormula = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);
