import { hint } from '../../graph/search/meant.js';

/** The formats of a mapping's dates: Day.js tokens, RRR for years of the Republic of China, and the text between them. */

/** The ISO date of a whole text that is of the format, or undefined; it may be no day of the calendar. */
export type DateFormat = (text: string) => string | undefined;

interface Token {
  readonly part: 'year' | 'rocYear' | 'month' | 'day' | 'time';
  /** Digits between separators. */
  readonly digits: readonly [least: number, most: number];
  /** The digits of a token next to other digits; tokens without a fixed width are not allowed there. */
  readonly width?: number;
}

const tokens: Readonly<Record<string, Token>> = {
  YYYY: { part: 'year', digits: [4, 4], width: 4 },
  RRR: { part: 'rocYear', digits: [1, 3], width: 3 },
  MM: { part: 'month', digits: [1, 2], width: 2 },
  M: { part: 'month', digits: [1, 2] },
  DD: { part: 'day', digits: [1, 2], width: 2 },
  D: { part: 'day', digits: [1, 2] },
  HH: { part: 'time', digits: [1, 2], width: 2 },
  H: { part: 'time', digits: [1, 2] },
  mm: { part: 'time', digits: [2, 2], width: 2 },
  ss: { part: 'time', digits: [2, 2], width: 2 },
};

const tokenNames = Object.keys(tokens).join(', ');

/** A piece of a format: a token, text in brackets, one character. */
type Piece = { readonly name: string; readonly token: Token } | { readonly literal: string };

/** Reads a format. Throws a SyntaxError that says what is wrong with it. */
export function dateFormat(format: string): DateFormat {
  const pieces = [...format.normalize('NFKC').matchAll(/\[([^\]]*)\]|([A-Za-z])\2*|[^A-Za-z]/g)].map(pieceOf);
  mustMakeDate(pieces);
  const pattern = new RegExp(
    `^${pieces.map((piece, index) => patternOf(piece, pieces[index - 1], pieces[index + 1])).join('')}$`,
  );
  return (text) => isoOf(pattern.exec(text.normalize('NFKC'))?.groups);
}

function pieceOf([name, literal]: RegExpExecArray): Piece {
  if (literal !== undefined) return { literal };
  const token = tokens[name];
  if (token !== undefined) return { name, token };
  if (/^[A-Za-z]/.test(name))
    throw new SyntaxError(
      `has "${name.slice(0, 40)}", which is not a token: there are ${tokenNames}; put literal letters in [brackets]${hint(name, Object.keys(tokens))}`,
    );
  return { literal: name };
}

function mustMakeDate(pieces: readonly Piece[]): void {
  const parts = pieces.flatMap((piece) => ('token' in piece && piece.token.part !== 'time' ? [piece.token.part] : []));
  const has = (...wanted: readonly Token['part'][]) => parts.filter((part) => wanted.includes(part)).length;
  if (has('year', 'rocYear') !== 1) throw new SyntaxError('must have one year: YYYY or RRR');
  if (has('month') > 1 || has('day') > 1) throw new SyntaxError('has a month or a day twice');
  if (has('day') > has('month')) throw new SyntaxError('has a day and no month: MM or M');
}

/** Adjacent digits have a fixed width, so that a text can be split in one way only. */
function patternOf(piece: Piece, before: Piece | undefined, after: Piece | undefined): string {
  if ('literal' in piece) return piece.literal.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const { name, token } = piece;
  const { part, digits, width } = token;
  const isTight = endsInDigit(before) || beginsWithDigit(after);
  if (isTight && width === undefined)
    throw new SyntaxError(`has "${name}" next to other digits, where its width is ambiguous: write ${name}${name}`);
  const [least, most] = isTight ? [width, width] : digits;
  return part === 'time' ? String.raw`\d{${least},${most}}` : String.raw`(?<${part}>\d{${least},${most}})`;
}

const endsInDigit = (piece: Piece | undefined): boolean => piece !== undefined && ('token' in piece || /\d$/.test(piece.literal));
const beginsWithDigit = (piece: Piece | undefined): boolean =>
  piece !== undefined && ('token' in piece || /^\d/.test(piece.literal));

function isoOf(groups: Readonly<Record<string, string | undefined>> | undefined): string | undefined {
  if (groups === undefined) return undefined;
  const { year, rocYear, month, day } = groups;
  const parts = [year ?? String(Number(rocYear) + 1911), month?.padStart(2, '0'), day?.padStart(2, '0')];
  return parts.filter((part) => part !== undefined).join('-');
}
