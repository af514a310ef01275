import { longestFirst } from '../longest.js';
import { bounds, dayOf, type Day } from './calendar.js';
import { chineseDates } from './chinese.js';
import { chineseRelativeDates } from './chinese-relative.js';
import { englishDates } from './english.js';
import { englishRelativeDates } from './english-relative.js';
import { joined } from './joined.js';
import type { Moment, Rule } from './moment.js';
import { numericDates } from './numeric.js';
import { resolved } from './resolved.js';

/** A date at its place in a text, in code units. */
export interface FoundDate extends Omit<Moment, 'edtf'> {
  readonly edtf: string;
}

const rules: readonly Rule[] = [
  ...numericDates,
  ...englishDates,
  ...englishRelativeDates,
  ...chineseDates,
  ...chineseRelativeDates,
];

/** The dates of a text, in order. Of a text whose day is uncertain, those that are the same on its first possible day as on its last. */
export function datesOf(text: string, published: string | undefined): FoundDate[] {
  if (published === undefined) return datesOn(text, undefined);
  const [first, last] = bounds(published);
  const found = datesOn(text, dayOf(last));
  if (first === last) return found;
  const key = ({ start, end, edtf }: FoundDate) => `${start} ${end} ${edtf}`;
  const others = new Set(datesOn(text, dayOf(first)).map(key));
  return found.filter((date) => others.has(key(date)));
}

function datesOn(text: string, today: Day | undefined): FoundDate[] {
  const moments = joined(text, longestFirst(rules.flatMap((rule) => momentsOf(text, rule, today))));
  const texts = resolved(text, moments, today);
  return moments.flatMap((moment, index) => {
    const edtf = texts[index];
    return edtf === undefined ? [] : [{ ...moment, edtf }];
  });
}

function momentsOf(text: string, { pattern, read }: Rule, today: Day | undefined): Moment[] {
  return [...text.matchAll(pattern)].flatMap(({ index, 0: { length }, groups = {} }) => {
    const reading = read(groups, today);
    return reading === undefined ? [] : [{ ...reading, start: index, end: index + length }];
  });
}
