/** Whether the numbers and dates of a proposal are in its passage. */
import { fuzzyDate, type FuzzyDate } from '../../graph/time/dates.js';
import { overlap, type Span } from '../../sentences.js';
import type { AmountInText } from '../amounts.js';
import type { Comparator } from '../amounts/comparators.js';
import { numbersIn } from '../amounts/numbers.js';
import type { DateInText } from '../dates.js';

/** A passage with what was read in it. */
export interface Passage {
  readonly quote: string;
  /** Amounts that overlap the quote. */
  readonly amounts: readonly AmountInText[];
  /** EDTF: of the passage and shortly before. */
  readonly dates: readonly string[];
  /** EDTF: of the text itself. */
  readonly published?: string | undefined;
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

/** The amounts of the quote with this value, whichever way it goes. */
const amountsOf = (value: number, { amounts }: Passage): AmountInText[] =>
  amounts.filter((each) => [each.value, each.upper ?? each.value].some((own) => near(Math.abs(own), Math.abs(value))));

/** Whether the quote gives the value as a fall where it is a rise, or the other way round. */
export function contradictsDirection(value: number, passage: Passage): boolean {
  const amounts = amountsOf(value, passage);
  return amounts.length > 0 && amounts.every((each) => each.value * value < 0);
}

/** How the quote compares its amount with the value, where it does so in one way. */
export function comparatorOf(value: number, passage: Passage): Comparator | undefined {
  const [comparator, ...others] = new Set(amountsOf(value, passage).map((each) => each.comparator));
  return others.length === 0 ? comparator : undefined;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const superlative = new RegExp(
  String.raw`(?<!\b(?:${ordinals.slice(1).join('|')}|\d(?:st|nd|rd|th))[\s-])\b(?:largest|biggest|highest|top|most)\b|(?<!第[一二三四五六七八九十百]+)最|首位|居首`,
  'iu',
);

/** Whether the quote says the rank, as a number or a word. */
export function saysRank(rank: number, passage: Passage): boolean {
  const words = [ordinals[rank - 1], '一二三四五六七八九十'[rank - 1]].filter((word) => word !== undefined);
  const isSaid = words.some((word) =>
    new RegExp(String.raw`\b${word}\b|第${word}(?![一二三四五六七八九十])`, 'iu').test(passage.quote),
  );
  const isFirst = rank === 1 && superlative.test(passage.quote);
  return isSaid || isFirst || digitsIn(passage.quote).includes(rank) || saysValue(rank, passage);
}

/** Whether the quote gives the value as money of another currency, or as a share and not as a count. */
export function contradictsUnit(value: number, unit: string, passage: Passage): boolean {
  const units = amountsOf(value, passage).flatMap(({ unit: own }) => own ?? []);
  const isTold = (text: string) => /^[A-Z]{3}$|^%$/.test(text);
  return units.length > 0 && !units.includes(unit) && (units.every(isTold) || isTold(unit));
}

/** What "2.38 trillion", 万 and 亿 multiply by. */
const scales = [1, 1e2, 1e3, 1e4, 1e6, 1e8, 1e9, 1e12];

/** Whether each number in a sentence about the passage is in the passage, among its dates, or in a name that the sentence may have. */
export function saysNumbersOf(sentence: string, passage: Passage, names: readonly string[]): boolean {
  const inPassage = [...digitsIn([passage.quote, ...names].join(' ')), ...valuesIn(passage)];
  const ofDates = new Set([...passage.dates, passage.published ?? ''].flatMap(digitsIn));
  return digitsIn(sentence).every(
    (number) => ofDates.has(number) || inPassage.some((each) => scales.some((scale) => near(number * scale, each))),
  );
}

const digitsIn = (text: string): number[] =>
  [...text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].map(([digits]) => Number(digits.replaceAll(',', '')));

/** Whether each end of a date is a date of the passage, or one that is less exact. */
export function saysDate(edtf: string, dates: readonly string[]): boolean {
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
    dates: dates.filter((each) => overlap(each, before)).map(({ edtf }) => edtf),
    published: date,
  };
}
