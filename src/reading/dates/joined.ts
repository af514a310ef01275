/** Dates that are the two ends of a period, or that share a year or a month: "between March and May 2024", "4月26日至28日". */
import { interval } from './calendar.js';
import type { Context, Moment } from './moment.js';

const range = /^\s?(?:[-–—~～]{1,2}|to|through|until|till|至|到)\s?$/;
const and = /^(?:\s(?:and|or)\s|和|与|、|及)$/;

/** Two dates in a row become a period where words or a dash say so; those of a list share the year that one of them gives. */
export function joined(text: string, moments: readonly Moment[]): Moment[] {
  const result: Moment[] = [];
  for (const moment of moments) {
    const last = result.at(-1);
    const link = last === undefined ? 'none' : linkOf(text, last, moment);
    if (last === undefined || link === 'none') result.push(moment);
    else result.splice(-1, 1, ...(link === 'range' ? [period(last, moment)] : sharing(last, moment)));
  }
  return result;
}

function linkOf(text: string, first: Moment, last: Moment): 'range' | 'list' | 'none' {
  const between = text.slice(first.end, last.start);
  const simple = isSimple(first) && isSimple(last);
  if (!simple) return 'none';
  if (range.test(between)) return 'range';
  if (!and.test(between)) return 'none';
  return /\b[Bb]etween\s$/.test(text.slice(Math.max(0, first.start - 10), first.start)) ? 'range' : 'list';
}

const isSimple = (moment: Moment): boolean =>
  moment.missing !== 'PREVIOUS' && moment.precision !== 'DECADE' && moment.precision !== 'CENTURY';

function period(first: Moment, last: Moment): Moment {
  const [start, end] = sharing(first, last);
  const missing = start.missing ?? end.missing;
  return {
    start: first.start,
    end: last.end,
    precision: 'PERIOD',
    year: start.year ?? end.year,
    missing,
    isRelative: first.isRelative && last.isRelative,
    edtf: (context) => ends(start, end, context),
  };
}

function ends(start: Moment, end: Moment, context: Context): string | undefined {
  const first = start.edtf(context);
  const last = end.edtf({ ...context, month: start.month ?? context.month });
  if (first === undefined || last === undefined) return undefined;
  if (first.slice(0, 7) <= last.slice(0, 7)) return interval(first, last);
  const later = start.missing === undefined ? undefined : start.edtf({ ...context, year: context.year - 1 });
  return later === undefined ? undefined : interval(later, last);
}

/** Both with the year of the one that gives it, and the second with the month of the first. */
function sharing(first: Moment, last: Moment): [Moment, Moment] {
  const start = first.missing === 'YEAR' && last.year !== undefined ? withYear(first, last.year) : first;
  if (last.missing === 'MONTH' && first.month !== undefined) return [start, withMonth(last, first)];
  return [start, last.missing === 'YEAR' && start.year !== undefined ? withYear(last, start.year) : last];
}

/** A year that another date gives is a written year. */
const withYear = (moment: Moment, year: number): Moment => ({
  ...moment,
  year,
  missing: undefined,
  isRelative: false,
  edtf: (context) => moment.edtf({ ...context, year }),
});

function withMonth(moment: Moment, { month = 1, year }: Moment): Moment {
  return {
    ...moment,
    year,
    month,
    missing: year === undefined ? 'YEAR' : undefined,
    isRelative: year === undefined,
    edtf: (context) => moment.edtf({ ...context, month, year: year ?? context.year }),
  };
}
