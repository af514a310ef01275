/** The lines of a page, of the pieces that a PDF sets one by one. */
import { beginsUnspaced, endsUnspaced, tidied, type Line } from './line.js';
import { isWritten, rightOf, type Piece } from './piece.js';
import { inReadingOrder } from './right-to-left.js';

/** In the order of the page's content. What is far apart on one line is two lines: columns, or cells of a table. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Piece[][] = [];
  let last: Piece | undefined;
  for (const piece of pieces) {
    if (isWritten(piece) && (last === undefined || !isOnLine(last, piece))) lines.push([]);
    lines.at(-1)?.push(piece);
    if (isWritten(piece)) last = piece;
  }
  return lines.map(lineOf).filter(({ text }) => text !== '');
}

/** What begins an item of a list may be far from it. */
const marker = /^(?:[•·▪■◦○●*–—-]|\(?\p{L}?\d{0,3}[.)]|[（(]?[\p{N}一二三四五六七八九十]{1,3}[)）、.．])$/u;

/** A raised figure, as of a footnote, is on its line. Of a script from right to left, the next piece may be on either side. */
function isOnLine(last: Piece, piece: Piece): boolean {
  const height = Math.max(last.height, piece.height);
  const gap = piece.left - rightOf(last);
  const gapBefore = last.left - rightOf(piece);
  const isEitherSide = last.isRightToLeft || piece.isRightToLeft;
  return (
    last.turn === piece.turn &&
    Math.abs(last.base - piece.base) < 0.5 * height &&
    Math.max(gap, gapBefore) < widestSpace(last.str, piece.str) * height &&
    (gap > -height || isEitherSide)
  );
}

/** Within a line, in heights of its letters. Words of justified lines are far from each other, but figures and ideographs are not. */
function widestSpace(before: string, after: string): number {
  if (marker.test(before.trim())) return 5;
  const isFigure = (text: string): boolean => /^[\d.,%+–—-]+$/.test(text.trim());
  if (isFigure(before) || isFigure(after) || (endsUnspaced.test(before) && beginsUnspaced.test(after))) return 0.9;
  return 2.2;
}

function lineOf(pieces: readonly Piece[]): Line {
  const written = pieces.filter(isWritten);
  const tallest = written.reduce((most, piece) => (piece.height > most.height ? piece : most));
  return {
    text: tidied(
      inReadingOrder(pieces)
        .map((piece) => (isRaised(piece, tallest) ? raised(piece.str) : piece.str))
        .join(''),
    ),
    left: written.reduce((least, { left }) => Math.min(least, left), Infinity),
    right: written.reduce((most, piece) => Math.max(most, rightOf(piece)), -Infinity),
    base: tallest.base,
    height: tallest.height,
    turn: tallest.turn,
    isRow: false,
  };
}

/** Figures of footnotes and powers: as part of the number or word before, they would be others. */
const isRaised = ({ str, base, height }: Piece, tallest: Piece): boolean =>
  /^[\d,\s]*\d[\d,\s]*$/.test(str) && height < 0.8 * tallest.height && base > tallest.base + 0.2 * tallest.height;

const raised = (figures: string): string => figures.replaceAll(/\d/g, (figure) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(figure)] ?? figure);
