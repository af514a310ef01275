/** The lines of a page, of the pieces that a PDF sets one by one. */
import { tidied, type Line } from './line.js';

export interface Piece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** In the order of the page's content, which goes down one column before the next. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Piece[][] = [];
  let last: Piece | undefined;
  for (const piece of pieces) {
    if (piece.str.trim() !== '' && (last === undefined || !isOnLine(last, piece))) lines.push([]);
    lines.at(-1)?.push(piece);
    if (piece.str.trim() !== '') last = piece;
  }
  return lines.map(lineOf).filter(({ text }) => text !== '');
}

/** A raised figure, as of a footnote, is on its line. */
function isOnLine(last: Piece, piece: Piece): boolean {
  const height = Math.max(last.height, piece.height);
  const gap = leftOf(piece) - (leftOf(last) + last.width);
  return Math.abs(baseOf(last) - baseOf(piece)) < 0.5 * height && gap > -height && gap < 4 * height;
}

function lineOf(pieces: readonly Piece[]): Line {
  const written = pieces.filter(({ str }) => str.trim() !== '');
  const tallest = written.reduce((most, piece) => (piece.height > most.height ? piece : most));
  return {
    text: tidied(pieces.map(({ str }) => str).join('')),
    left: Math.min(...written.map(leftOf)),
    right: Math.max(...written.map((piece) => leftOf(piece) + piece.width)),
    base: baseOf(tallest),
    height: tallest.height,
  };
}

const leftOf = ({ transform }: Piece): number => transform[4] ?? 0;
const baseOf = ({ transform }: Piece): number => transform[5] ?? 0;
