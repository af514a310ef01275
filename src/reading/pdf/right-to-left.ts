/** Orders the pieces of a line in Arabic, Hebrew and other scripts from right to left. */
import { isWritten, type Piece } from './piece.js';

/** From right to left where most pieces are of such a script; numbers and words of other scripts in it from left to right. */
export function inReadingOrder(pieces: readonly Piece[]): readonly Piece[] {
  const written = pieces.filter(isWritten);
  if (2 * written.filter(({ isRightToLeft }) => isRightToLeft).length <= written.length) return pieces;
  const runs: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => b.left - a.left)) {
    if (isLeftToRight(piece) && runs.at(-1)?.every(isLeftToRight) === true) runs.at(-1)?.unshift(piece);
    else runs.push([piece]);
  }
  return runs.flat();
}

const isLeftToRight = ({ str, isRightToLeft }: Piece): boolean => !isRightToLeft && /[\p{L}\p{N}]/u.test(str);
