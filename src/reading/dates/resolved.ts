/** Readings as EDTF, with what the text around them and its day say. */
import { bounds, dayText, daysBetween, isDate, monthText, type Day } from './calendar.js';
import type { Context, Moment } from './moment.js';
import { Tenses } from './tense.js';

/** The EDTF text of each moment, in order; undefined where nothing says it. */
export function resolved(text: string, moments: readonly Moment[], today: Day | undefined): (string | undefined)[] {
  let previous: string | undefined;
  let day: string | undefined;
  const tenses = new Tenses(text);
  return moments.map((moment) => {
    const isDay = moment.precision === 'DAY';
    const edtf = edtfOf(tenses, moment, today, isDay ? (day ?? previous) : previous);
    const result = edtf !== undefined && isDate(edtf) ? edtf : undefined;
    if (result === undefined || moment.missing === 'PREVIOUS' || isCompared(text, moment)) return result;
    previous = result;
    if (isDay && !isLimit(text, moment)) day = result;
    return result;
  });
}

/** "Before October 1": on no such day did anything happen. */
const isLimit = (text: string, { start }: Moment): boolean =>
  /\b(?:before|after|until|since|by|from)\s(?:the\s)?$/u.test(text.slice(Math.max(0, start - 12), start));

/** 比上年12月: what is compared is of another date, which 同期 goes back from. */
const isCompared = (text: string, { start }: Moment): boolean => /[比较]$/u.test(text.slice(Math.max(0, start - 1), start));

function edtfOf(tenses: Tenses, moment: Moment, today: Day | undefined, previous: string | undefined): string | undefined {
  const { missing } = moment;
  const reference = previous ?? (today && dayText(today));
  if (missing === 'PREVIOUS') return reference && moment.edtf(contextOf(today ?? { year: 0, month: 1 }, reference, false));
  if (missing === undefined) return moment.edtf(contextOf(today ?? { year: 0, month: 1 }, reference ?? '', false));
  if (today === undefined) return undefined;
  const tense = tenses.around(moment);
  if (missing === 'DIRECTION') return moment.edtf(contextOf(today, reference ?? '', tense === 'FUTURE'));
  const candidates = [-1, 0, 1].map((offset) => {
    const at = missing === 'YEAR' ? { year: today.year + offset, month: today.month } : monthAfter(today, offset);
    return moment.edtf(contextOf(at, reference ?? '', tense === 'FUTURE'));
  });
  return chosen(
    candidates.filter((edtf) => edtf !== undefined && isDate(edtf)) as string[],
    dayText(today),
    moment.precision === 'MONTH' ? { tense } : { tense, far },
  );
}

const contextOf = ({ year, month }: Pick<Day, 'year' | 'month'>, previous: string, isFuture: boolean): Context => ({
  year,
  month,
  previous,
  isFuture,
});

function monthAfter({ year, month }: Day, offset: number): Pick<Day, 'year' | 'month'> {
  const [at = year, of = month] = monthText(year, month + offset)
    .split('-')
    .map(Number);
  return { year: at, month: of };
}

/** Days beyond which the year of a day is not left out, and within which the nearest date is meant. */
const far = 240;
const near = 100;

/** What is past has begun by the day of the text, and what is to come has not ended; without a tense, or where that is far away, it is the nearest. */
function chosen(
  candidates: readonly string[],
  today: string,
  { tense, far: most = Infinity }: { readonly tense: 'FUTURE' | 'PAST' | undefined; readonly far?: number },
): string | undefined {
  const distances = candidates.map((edtf) => distance(bounds(edtf), today));
  const least = Math.min(...distances);
  const nearest = candidates[distances.indexOf(least)];
  const fitting =
    tense === 'PAST'
      ? candidates.findLastIndex((edtf) => bounds(edtf)[0] <= today)
      : candidates.findIndex((edtf) => bounds(edtf)[1] >= today);
  if (tense === undefined || ((distances[fitting] ?? 0) > most && least < near)) return nearest;
  return candidates[fitting];
}

function distance([first, last]: readonly [string, string], today: string): number {
  if (today < first) return daysBetween(today, first);
  return today > last ? daysBetween(last, today) : 0;
}
