/** Whether what is said of the same thing can be true together. Statements find the candidates; here it is decided, over plain records. */
import type { FuzzyDate, Validity } from '../time/dates.js';
import { fuzzyDate } from '../time/dates.js';
import type { comparators } from '../../model/model.js';

/** How far a value that is said to be about something may lie from it, as a part of it. */
export const roomOfAbout = 0.05;

/**
 * The groups that contradictions join, each in the order in which its items came. An item that agrees with all others is in none:
 * of 2019, 2019-04 and 2019-05 the year agrees with both months, which contradict each other.
 */
export function contradicting<T>(items: readonly T[], agree: (a: T, b: T) => boolean): T[][] {
  const left = new Set(items);
  const groups = items.map((item) => (left.has(item) ? joined(item, left, agree) : []));
  return groups.filter((group) => group.length > 1).map((group) => items.filter((item) => group.includes(item)));
}

/** An item, what it contradicts, what that contradicts in turn; they are taken out of what is left. */
function joined<T>(first: T, left: Set<T>, agree: (a: T, b: T) => boolean): T[] {
  const group = [first];
  left.delete(first);
  for (const item of group) {
    const found = [...left].filter((other) => !agree(item, other));
    for (const other of found) left.delete(other);
    group.push(...found);
  }
  return group;
}

/** Whether two dates of one happening can be the same day: a less precise one agrees with all that lie in it. */
export function datesAgree(a: string, b: string): boolean {
  const [one, other] = [spanOf(a), spanOf(b)];
  return one.first <= other.last && other.first <= one.last;
}

/** Whether an end can be on or after a beginning, by some reading of both. */
export function inOrder(start: string, end: string): boolean {
  return (fuzzyDate(start).earliest ?? '') <= (fuzzyDate(end).latest ?? '~');
}

interface Span {
  readonly first: string;
  readonly last: string;
}

/** An approximate date ("2015-06~") may as well be the month before or after; an end that is not known bounds nothing. */
function spanOf(text: string): Span {
  const { earliest, latest } = fuzzyDate(text);
  if (earliest === undefined || latest === undefined || !/[~%]/.test(text)) return { first: earliest ?? '', last: latest ?? '~' };
  const days = daysBetween(earliest, latest) + 1;
  return { first: shifted(earliest, -days), last: shifted(latest, days) };
}

const day = 86_400_000;
export const daysBetween = (first: string, last: string): number => (Date.parse(last) - Date.parse(first)) / day;
const shifted = (date: string, days: number): string => new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);

/** Whether two texts are the same but for spaces, letter case and the width of their characters. */
export function textsAgree(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) => String(value).normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
  return plain(a) === plain(b);
}

/** Whether two things held at the same time by every reading of their dates; what ends on the day when the other begins is followed by it. */
export function holdTogether(a: Validity, b: Validity): boolean {
  const [start, end] = [later(startOf(a), startOf(b)), earlier(endOf(a), endOf(b))];
  return start < end || (start === end && startOf(a) === startOf(b));
}

/** The time in which all of them hold, from day to day; undefined where no date bounds it, or there is none. */
export function commonTime(validities: readonly Validity[]): FuzzyDate | undefined {
  const start = validities.map(startOf).reduce(later);
  const end = validities.map(endOf).reduce(earlier);
  if (start === '~' || (start === '' && end === '~') || start > end) return undefined; // a beginning may have no last day, as in "2019-04/.."
  return fuzzyDate(`${start || '..'}/${end === '~' ? '..' : end}`);
}

/** By which day it has certainly begun, and until which it certainly continues. `~` sorts after every digit. */
const startOf = ({ from }: Validity): string => (from === undefined ? '' : (from.latest ?? '~'));
const endOf = ({ until }: Validity): string => (until === undefined ? '~' : (until.earliest ?? ''));
const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

/** A value as it is meant. */
export interface Amount {
  readonly value: number;
  readonly comparator: keyof typeof comparators;
}

/** What a value may be: from `least` to `most`, which are themselves left out where they are open. */
interface Range {
  readonly least: number;
  readonly most: number;
  readonly leastOpen?: true;
  readonly mostOpen?: true;
}

/** Whether some number is as both say: "more than 100" and 120 agree, 15,000 and 16,000 do not. */
export function amountsAgree(a: Amount, b: Amount): boolean {
  const [one, other] = [rangeOf(a), rangeOf(b)];
  return reaches(one, other) && reaches(other, one);
}

function reaches(low: Range, high: Range): boolean {
  return low.least < high.most || (low.least === high.most && !low.leastOpen && !high.mostOpen);
}

function rangeOf({ value, comparator }: Amount): Range {
  const room = Math.abs(value) * roomOfAbout;
  switch (comparator) {
    case 'ABOUT':
      return { least: value - room, most: value + room };
    case 'NEARLY':
      return { least: value - room, most: value, ...(room === 0 ? {} : { mostOpen: true as const }) };
    case 'MORE_THAN':
      return { least: value, leastOpen: true, most: Infinity };
    case 'AT_LEAST':
      return { least: value, most: Infinity };
    case 'LESS_THAN':
      return { least: -Infinity, most: value, mostOpen: true };
    case 'AT_MOST':
      return { least: -Infinity, most: value };
    default:
      return { least: value, most: value };
  }
}
