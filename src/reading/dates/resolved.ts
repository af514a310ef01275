/** Readings as EDTF, with what the text around them and its day say. */
import { bounds, dayText, daysBetween, isDate, monthText, type Day } from './calendar.js';
import type { Context, Moment } from './moment.js';
import { tenseAround } from './tense.js';

/** The EDTF text of each moment, in order; undefined where nothing says it. */
export function resolved(text: string, moments: readonly Moment[], today: Day | undefined): (string | undefined)[] {
  let previous: string | undefined;
  return moments.map((moment) => {
    const edtf = edtfOf(text, moment, today, previous);
    const result = edtf !== undefined && isDate(edtf) ? edtf : undefined;
    if (result !== undefined && moment.missing !== 'PREVIOUS') previous = result;
    return result;
  });
}

function edtfOf(text: string, moment: Moment, today: Day | undefined, previous: string | undefined): string | undefined {
  const { missing } = moment;
  const reference = previous ?? (today && dayText(today));
  if (missing === 'PREVIOUS') return reference && moment.edtf(contextOf(today ?? { year: 0, month: 1 }, reference, false));
  if (missing === undefined) return moment.edtf(contextOf(today ?? { year: 0, month: 1 }, reference ?? '', false));
  if (today === undefined) return undefined;
  const tense = tenseAround(text, moment);
  if (missing === 'DIRECTION') return moment.edtf(contextOf(today, reference ?? '', tense === 'FUTURE'));
  const candidates = [-1, 0, 1].map((offset) => {
    const at = missing === 'YEAR' ? { year: today.year + offset, month: today.month } : monthAfter(today, offset);
    return moment.edtf(contextOf(at, reference ?? '', tense === 'FUTURE'));
  });
  return chosen(candidates.filter((edtf) => edtf !== undefined && isDate(edtf)) as string[], dayText(today), tense);
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

/** What is past has begun by the day of the text, and what is to come has not ended; without a tense it is the nearest. */
function chosen(candidates: readonly string[], today: string, tense: 'FUTURE' | 'PAST' | undefined): string | undefined {
  if (tense === 'PAST') return candidates.findLast((edtf) => bounds(edtf)[0] <= today);
  if (tense === 'FUTURE') return candidates.find((edtf) => bounds(edtf)[1] >= today);
  const distances = candidates.map((edtf) => distance(bounds(edtf), today));
  return candidates[distances.indexOf(Math.min(...distances))];
}

function distance([first, last]: readonly [string, string], today: string): number {
  if (today < first) return daysBetween(today, first);
  return today > last ? daysBetween(last, today) : 0;
}
