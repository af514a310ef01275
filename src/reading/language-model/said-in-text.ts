/** Whether the numbers and dates of a proposal are in its passage. */
import { fuzzyDate, type FuzzyDate } from '../../graph/time/dates.js';
import { overlap, type Span } from '../../sentences.js';
import type { AmountInText } from '../amounts.js';
import { numbersIn } from '../amounts/numbers.js';
import type { DateInText } from '../dates.js';

/** A passage with what was read in it. */
export interface Passage {
  readonly quote: string;
  /** Amounts that overlap the quote. */
  readonly amounts: readonly AmountInText[];
  /** EDTF: of the passage and shortly before, and of the text itself. */
  readonly dates: readonly string[];
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

/** Values of the quote, in digits or words, multiplied out: 2.38 trillion is 2,380,000,000,000. */
function valuesIn({ quote, amounts }: Passage): number[] {
  const read = amounts.flatMap(({ value, upper }) => [value, upper ?? value]);
  const written = numbersIn(quote).flatMap(({ value, upper }) => [value, upper ?? value]);
  return [...read, ...written].map(Math.abs);
}

export const saysValue = (value: number, passage: Passage): boolean =>
  valuesIn(passage).some((each) => near(each, Math.abs(value)));

const ordinals = [
  'first|largest|biggest|highest|top|most',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/** Whether the quote says the rank, as a number or a word. */
export function saysRank(rank: number, passage: Passage): boolean {
  const word = ordinals[rank - 1];
  const isSaid = word !== undefined && new RegExp(String.raw`\b(?:${word})\b`, 'iu').test(passage.quote);
  const isChinese = /第[一二三四五六七八九十]|最|首位|居首/u.test(passage.quote) && rank <= ordinals.length;
  return isSaid || isChinese || digitsIn(passage.quote).includes(rank) || saysValue(rank, passage);
}

/** Whether the quote gives the value as money of another currency, or as a share and not as a count. */
export function contradictsUnit(value: number, unit: string, { amounts }: Passage): boolean {
  const units = amounts.filter((each) => near(Math.abs(each.value), Math.abs(value))).flatMap(({ unit: own }) => own ?? []);
  const isTold = (text: string) => /^[A-Z]{3}$|^%$/.test(text);
  return units.length > 0 && !units.includes(unit) && (units.every(isTold) || isTold(unit));
}

/** What "2.38 trillion", 万 and 亿 multiply by. */
const scales = [1, 1e2, 1e3, 1e4, 1e6, 1e8, 1e9, 1e12];

/** Whether each number in a sentence about the passage is in the passage, among its dates, or in a name that the sentence may have. */
export function saysNumbersOf(sentence: string, passage: Passage, names: readonly string[]): boolean {
  const inPassage = [...digitsIn([passage.quote, ...names].join(' ')), ...valuesIn(passage)];
  const ofDates = new Set(passage.dates.flatMap(digitsIn));
  return digitsIn(sentence).every(
    (number) => ofDates.has(number) || inPassage.some((each) => scales.some((scale) => near(number * scale, each))),
  );
}

const digitsIn = (text: string): number[] =>
  [...text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].map(([digits]) => Number(digits.replaceAll(',', '')));

/** Whether each end of a date is a date of the passage, or one that is less exact. */
export function saysDate(edtf: string, { dates }: Passage): boolean {
  const given = dates.flatMap((date) => [date, ...endsOf(date)]).flatMap(readDate);
  return endsOf(edtf).every((end) => readDate(end).some((date) => given.some((other) => covers(date, other))));
}

const endsOf = (edtf: string): string[] => edtf.split('/').filter((end) => end !== '' && end !== '..');

function readDate(edtf: string): FuzzyDate[] {
  try {
    return [fuzzyDate(edtf)];
  } catch {
    return []; // the checks of the model say what is wrong with it
  }
}

const covers = (date: FuzzyDate, other: FuzzyDate): boolean =>
  date.earliest !== undefined &&
  date.latest !== undefined &&
  other.earliest !== undefined &&
  other.latest !== undefined &&
  date.earliest <= other.earliest &&
  date.latest >= other.latest;

/** What was read in a quote, and shortly before it. */
export function passageAt(
  span: Span,
  before: Span,
  characters: readonly string[],
  {
    amounts,
    dates,
    date,
  }: { readonly amounts: readonly AmountInText[]; readonly dates: readonly DateInText[]; readonly date?: string | undefined },
): Passage {
  return {
    quote: characters.slice(span.start, span.end).join(''),
    amounts: amounts.filter((amount) => overlap(amount, span)),
    dates: [...dates.filter((each) => overlap(each, before)).map(({ edtf }) => edtf), ...(date === undefined ? [] : [date])],
  };
}
