/** Days and EDTF text of the parts of a year and of a month. */
import { fuzzyDate } from '../../graph/time/dates.js';
import { dateProblem } from '../../changesets/written-date.js';

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const padded = (value: number, length = 2): string => String(value).padStart(length, '0');

export const yearText = (year: number): string => padded(year, 4);
export const dayText = ({ year, month, day }: Day): string => `${monthText(year, month)}-${padded(day)}`;

/** A month; those before January and after December are of the years around. */
export function monthText(year: number, month: number): string {
  const index = year * 12 + month - 1;
  return `${yearText(Math.floor(index / 12))}-${padded((index % 12) + 1)}`;
}

export function dayOf(text: string): Day {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return { year, month, day };
}

const milliseconds = 86_400_000;
const toDate = ({ year, month, day }: Day): Date => new Date(Date.UTC(year, month - 1, day));

export const daysAfter = (day: Day, days: number): Day =>
  dayOf(new Date(toDate(day).getTime() + days * milliseconds).toISOString().slice(0, 10));

/** 1 on Mondays to 7 on Sundays. */
export const weekdayOf = (day: Day): number => toDate(day).getUTCDay() || 7;

export const daysBetween = (first: string, last: string): number =>
  (toDate(dayOf(last)).getTime() - toDate(dayOf(first)).getTime()) / milliseconds;

/** The first and last day of an EDTF text. */
export function bounds(edtf: string): readonly [string, string] {
  const { earliest = '0000-01-01', latest = '9999-12-31' } = fuzzyDate(edtf);
  return [earliest, latest];
}

/** Whether EDTF text names days that exist. */
export function isDate(edtf: string): boolean {
  return dateProblem(edtf) === undefined;
}

/** What a year has several of, by the codes of EDTF; in brackets where it could be taken for a span of years. */
export function division(year: number, code: number): string {
  const edtf = `${yearText(year)}-${code}`;
  return isDate(edtf) ? edtf : `[${edtf}]`;
}

export type Part = 'EARLY' | 'MIDDLE' | 'LATE' | 'START' | 'END';

/** One day of the first, second or last ten days of a month. */
export function partOfMonth(year: number, month: number, part: Part): string {
  const [first, last] = { EARLY: [1, 10], START: [1, 10], MIDDLE: [11, 20], LATE: [21, 31], END: [21, 31] }[part] as [
    number,
    number,
  ];
  const text = monthText(year, month);
  const end = Math.min(last, Number(bounds(text)[1].slice(-2)));
  return `[${text}-${padded(first)}..${text}-${padded(end)}]`;
}

/** One day of a third of a year; its start and end are a month. */
export function partOfYear(year: number, part: Part): string {
  if (part === 'START') return monthText(year, 1);
  if (part === 'END') return monthText(year, 12);
  const first = { EARLY: 1, MIDDLE: 5, LATE: 9 }[part];
  return `[${monthText(year, first)}..${monthText(year, first + 3)}]`;
}

/** An interval, without the days that its ends leave open. */
export function interval(first: string, last: string): string {
  const start = first.startsWith('[') || first.includes('/') ? bounds(first)[0] : first;
  const end = last.startsWith('[') || last.includes('/') ? bounds(last)[1] : last;
  return `${start}/${end}`;
}

/** The same dates some years later. */
export const yearsAfter = (edtf: string, years: number): string =>
  edtf.replaceAll(/(?<!\d)\d{4}(?!\d)/g, (year) => yearText(Number(year) + years));
