/** A piece of a line, as a PDF sets them one by one. */
export interface Piece {
  readonly str: string;
  /** As it is turned: from the lower left corner, in points. */
  readonly left: number;
  readonly base: number;
  readonly width: number;
  readonly height: number;
  /** In steps of 90 degrees, against the clock. */
  readonly turn: number;
  readonly isRightToLeft: boolean;
}

/** What pdf.js gives. */
interface TextItem {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Undefined for what is at an angle, as marks across a page are. Text down the page is as if it were across. */
export function pieceOf({ str, dir, transform, width, height }: TextItem): Piece | undefined {
  const [a = 1, b = 0, , , x = 0, y = 0] = transform;
  const turns = Math.atan2(b, a) / (Math.PI / 2);
  if (Math.abs(turns - Math.round(turns)) > 0.1) return undefined;
  const turn = (Math.round(turns) + 4) % 4;
  const [left = x, base = y] = [
    [x, y],
    [y, -x],
    [-x, -y],
    [-y, x],
  ][turn] ?? [x, y];
  return { str, left, base, width, height, turn, isRightToLeft: dir === 'rtl' };
}

export const rightOf = ({ left, width }: Piece): number => left + width;
export const isWritten = ({ str }: Piece): boolean => str.trim() !== '';
