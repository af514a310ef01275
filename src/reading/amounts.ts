/** The amounts that a text names, in English and Chinese. docs/decisions/038-dates-and-amounts-in-text.md records why the project reads them itself. */
import { isCurrency } from '../changesets/units/ucum.js';
import type { Span } from '../sentences.js';
import { changeAround } from './amounts/changes.js';
import { comparisonAround, type Comparator } from './amounts/comparators.js';
import { fractionsIn, type Fraction } from './amounts/fractions.js';
import { numbersIn, type NumberInText } from './amounts/numbers.js';
import { unitAround } from './amounts/units.js';
import type { ReadingOptions } from './dates.js';
import { datesOf, type FoundDate } from './dates/found.js';
import { longestFirst } from './longest.js';
import { withoutNamesWithNumbers } from './names-with-numbers.js';
import { codePointPositions, lastBefore } from './positions.js';

/** An amount of a text; its span, with the words of its unit and comparator, is counted in code points. */
export interface AmountInText extends Span {
  readonly text: string;
  /** Negative for a decrease. */
  readonly value: number;
  /** The other end of a range. */
  readonly upper?: number | undefined;
  /** ISO 4217 for money, UCUM otherwise; undefined where the text counts nothing that it names beside the number. */
  readonly unit?: string | undefined;
  readonly comparator: Comparator;
  /** Whether it is a difference to an earlier value, as in "up 15.6 percent from the previous year". */
  readonly isChange: boolean;
  /** What a change is measured against, as EDTF, where the text says. */
  readonly base?: string | undefined;
  /** The amount that it is a conversion of: "2.38 trillion yuan (US$330 billion)". */
  readonly convertedFrom?: Span | undefined;
}

/** The amounts of a text, in order. They do not overlap, and no date is one. */
export function amountsIn(text: string, { published }: ReadingOptions = {}): AmountInText[] {
  const readable = withoutNamesWithNumbers(text);
  const dates = datesOf(readable, published);
  const found = longestFirst([
    ...fractionsIn(readable).map((fraction) => fractionAmount(readable, fraction, dates)),
    ...numbersIn(readable).flatMap((number) => numberAmount(readable, number, dates)),
  ]);
  return inCodePoints(text, withContext(readable, found));
}

function numberAmount(text: string, number: NumberInText, dates: readonly FoundDate[]): AmountInText[] {
  if ((lastBefore(dates, number.end)?.end ?? 0) > number.start) return [];
  const { unit, start, end } = unitAround(text, number.start, number.end);
  if (isPartOfWord(text, number, end, unit)) return [];
  const comparison = comparisonAround(text, start, end, number.isExceeded);
  const isCount = number.isLarge || (unit !== undefined && isNamedBeside(text, number, start, end));
  const isCompared = comparison.comparator !== 'EXACT' && /\d/.test(text.slice(number.start, number.end));
  if (!isCount && !isCompared) return [];
  return [amount(text, number, unit, comparison, dates)];
}

/** "10-year plan": an adjective. A share is an amount however it is joined. */
const isPartOfWord = (text: string, number: NumberInText, end: number, unit: string | undefined): boolean =>
  /^-\p{L}/u.test(text.slice(number.end, number.end + 3)) &&
  unit !== '%' &&
  !/^-(?:yuan|dollar|euro|yen|pound)\b|^-\p{L}+\s(?:yuan|dollars?)/u.test(text.slice(number.end, number.end + 40)) &&
  end >= number.end;

/** Whether the unit is written beside the number, rather than taken from the sentence: a small number alone counts nothing. */
const isNamedBeside = (text: string, number: NumberInText, start: number, end: number): boolean =>
  start < number.start || text.slice(number.end, end).trim() !== '';

function fractionAmount(text: string, fraction: Fraction, dates: readonly FoundDate[]): AmountInText {
  const comparison = comparisonAround(text, fraction.start, fraction.end, false);
  const found = amount(text, fraction, '%', comparison, dates);
  return fraction.isChange ? { ...found, value: fraction.value, isChange: true } : found;
}

interface Valued {
  readonly value: number;
  readonly upper?: number | undefined;
}

function amount(
  text: string,
  { value, upper }: Valued,
  unit: string | undefined,
  { comparator, start, end }: Span & { readonly comparator: Comparator },
  dates: readonly FoundDate[],
): AmountInText {
  const change = changeAround(text, { start, end }, unit, dates);
  const sign = change?.isDecrease === true ? -1 : 1;
  return {
    start,
    end,
    text: '',
    value: value * sign,
    upper: upper === undefined ? undefined : upper * sign,
    unit,
    comparator,
    isChange: change !== undefined,
    base: change?.base,
  };
}

/** What an amount takes over from the one before it. */
function withContext(text: string, amounts: readonly AmountInText[]): AmountInText[] {
  const result: AmountInText[] = [];
  for (const amount of amounts) {
    const before = result.at(-1);
    if (before !== undefined && isEnd(text, before, amount)) result.splice(-1, 1, rangeOf(before, amount));
    else if (before !== undefined && isConversion(text, before, amount)) result.push(conversionOf(before, amount));
    else if (before !== undefined && isListed(text, before, amount)) result.push(changedLike(before, amount));
    else if (before !== undefined && isSameFigure(text, before, amount)) result.push({ ...amount, unit: before.unit });
    else result.push(amount);
  }
  return result;
}

/** 45亿元至48亿元: the other end of a range, with its unit. 由28%增至30% is none. */
const isEnd = (text: string, before: AmountInText, amount: AmountInText): boolean =>
  before.upper === undefined &&
  amount.upper === undefined &&
  before.unit !== undefined &&
  before.unit.split('/')[0] === amount.unit &&
  Math.abs(before.value) < Math.abs(amount.value) &&
  /^\s?(?:至|到|[-–—~～]{1,2})\s?$/u.test(text.slice(before.end, amount.start)) &&
  !/[由从自]\s?$/u.test(text.slice(Math.max(0, before.start - 2), before.start));

const rangeOf = (before: AmountInText, { value, end, comparator }: AmountInText): AmountInText => ({
  ...before,
  end,
  upper: Math.abs(value) * (before.value < 0 ? -1 : 1),
  comparator: before.comparator === 'EXACT' ? comparator : before.comparator,
});

/** "Rose by 3 percent and 4 percent respectively": a change, and another one. */
const isListed = (text: string, before: AmountInText, amount: AmountInText): boolean =>
  before.isChange &&
  !amount.isChange &&
  before.unit === amount.unit &&
  /^(?:,?\sand\s|,\s|和|与|及|、)(?:by\s)?$/.test(text.slice(before.end, amount.start));

const changedLike = ({ value, base }: AmountInText, amount: AmountInText): AmountInText => ({
  ...amount,
  value: amount.value * Math.sign(value),
  upper: amount.upper === undefined ? undefined : amount.upper * Math.sign(value),
  isChange: true,
  base,
});

/** "China exported 15,000 cars. This figure soared to 69,000." */
const isSameFigure = (text: string, before: AmountInText, amount: AmountInText): boolean =>
  amount.unit === undefined &&
  /\b(?:[Tt]his|[Tt]he|[Tt]hat)\s(?:figure|number|total)\b/.test(
    text.slice(Math.max(before.end, text.lastIndexOf('.', amount.start - 1) + 1), amount.start),
  );

/** It changes with the amount that it is a conversion of. */
function conversionOf(original: AmountInText, amount: AmountInText): AmountInText {
  const value = original.value < 0 ? -Math.abs(amount.value) : amount.value;
  const { isChange, base, start, end } = original;
  return { ...amount, value, isChange, base, convertedFrom: { start, end } };
}

/** Money right after money, in brackets or after "or", is the same amount in another currency. */
function isConversion(text: string, original: AmountInText, amount: AmountInText): boolean {
  const money = isCurrency(original.unit ?? '') && isCurrency(amount.unit ?? '') && original.unit !== amount.unit;
  return (
    money &&
    /^\s?(?:[(（[]|,?\sor\s|，)\s?(?:or\s|equivalent\sto\s|equal\sto\s|worth\s|折合|合|相当于|约合)?$/.test(
      text.slice(original.end, amount.start),
    )
  );
}

function inCodePoints(text: string, amounts: readonly AmountInText[]): AmountInText[] {
  const position = codePointPositions(text);
  const span = ({ start, end }: Span): Span => ({ start: position(start), end: position(end) });
  return amounts.map((amount) => ({
    ...amount,
    ...span(amount),
    text: text.slice(amount.start, amount.end),
    convertedFrom: amount.convertedFrom && span(amount.convertedFrom),
  }));
}
