/** Dates of English texts that say when with the day of the text, or with the date before them. */
import { englishNumber } from '../numerals.js';
import {
  bounds,
  dayText,
  daysAfter,
  division,
  interval,
  monthText,
  partOfMonth,
  weekdayOf,
  yearText,
  yearsAfter,
  type Day,
} from './calendar.js';
import * as words from './english-words.js';
import { fixed, type Context, type Groups, type Reading, type Rule } from './moment.js';

const { which, season, count, weekdayWord } = words;
const unit = '(?<unit>day|week|month|quarter|year|decade)';

export const englishRelativeDates: readonly Rule[] = [
  {
    pattern: new RegExp(
      String.raw`\b(?:${which}|(?<current>[Tt]he\scurrent))\s(?<unit>week|month|quarter|year)\b(?!['’]?s?\s(?:Central|National))`,
      'g',
    ),
    read: nearby,
  },
  { pattern: new RegExp(String.raw`\b${words.part}(?:${which}|the)\smonth\b(?!\sbefore)`, 'g'), read: partOfNearMonth },
  { pattern: new RegExp(String.raw`\b(?:${which})\s${season}\b`, 'g'), read: nearSeason },
  { pattern: /\b(?:[Tt]he\s)?(?:year\sbefore\slast)\b/g, read: (_, today) => today && fixed('YEAR', yearText(today.year - 2)) },
  {
    pattern:
      /\b(?<word>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|(?:[Tt]he\s)?[Dd]ay\s(?:before\syesterday|after\stomorrow))\b/g,
    read: dayWord,
  },
  { pattern: new RegExp(String.raw`\b${count}\s${unit}s?\s(?:ago|earlier\sthis)\b`, 'gi'), read: ago },
  {
    pattern: new RegExp(
      String.raw`\b(?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or|[Ww]ithin)\sthe\s(?:past|last)\s(?:${count}\s)?(?<unit>month|year|decade)s?\b`,
      'g',
    ),
    read: past,
  },
  {
    pattern: new RegExp(
      String.raw`(?<!Black\s|Good\s|Cyber\s|[Ee]very\s|[Ee]ach\s)\b(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming)\s)?(?<weekday>${weekdayWord})\b(?!s\b)`,
      'g',
    ),
    read: onWeekday,
  },
  { pattern: /\b(?<decade>(?:19|20)\d)0s\b/g, read: ({ decade = '' }) => fixed('DECADE', `${decade}X`, false) },
  {
    pattern: /\b(?<century>1[5-9]|2[01])(?:th|st)[\s-]century\b/g,
    read: ({ century }) => fixed('CENTURY', `${Number(century) - 1}XX`, false),
  },
  {
    pattern: /\b[Tt]he\s(?:end\sof\sthe\s)(?:previous|prior|preceding)\syear\b|\b[Tt]he\send\sof\sthe\syear\sbefore\b/g,
    read: () => previous('MONTH', (edtf) => `${shiftedYear(edtf, -1)}-12`),
  },
  {
    pattern:
      /\b(?:[Tt]he\s)?(?:previous|prior|preceding)\syear\b|\b[Tt]he\syear\sbefore\b(?!\slast)|\b[Tt]he\spreceding\syear\b/g,
    read: () => previous('YEAR', (edtf) => shiftedYear(edtf, -1)),
  },
  { pattern: /\b[Tt]he\s(?:following|next)\syear\b/g, read: () => previous('YEAR', (edtf) => shiftedYear(edtf, 1)) },
  { pattern: /\b(?:[Tt]hat|[Tt]he\ssame)\syear\b/g, read: () => previous('YEAR', (edtf) => shiftedYear(edtf, 0)) },
  { pattern: /\b(?:[Tt]hat|[Tt]he\ssame)\smonth\b/g, read: () => previous('MONTH', (edtf) => shiftedMonth(edtf, 0)) },
  {
    pattern: /\b(?:[Tt]he\s)?(?:previous|prior|preceding)\smonth\b|\ba\smonth\searlier\b|\b[Tt]he\smonth\sbefore\b/g,
    read: () => previous('MONTH', (edtf) => shiftedMonth(edtf, -1)),
  },
  { pattern: /\b(?:[Tt]he\s)?same\sday\b|\b[Tt]hat\sday\b/g, read: () => previous('DAY', (edtf) => bounds(edtf)[1]) },
  {
    pattern:
      /\b(?:[Tt]he\s)?same\s(?:period|month|quarter|time|months|day)(?:\s(?:(?:of|in|during)\s)?(?:last\syear|(?:the\s)?(?:previous|prior)\syear|the\syear\sbefore|a\syear\s(?:earlier|ago)))\b|\ba\syear\searlier\b/g,
    read: () => previous('PERIOD', (edtf) => yearsAfter(edtf, -1)),
  },
  { pattern: /\b(?:[Tt]he\s)?same\s(?:period|month|quarter|time)\s(?:of|in)\s(?<year>(?:19|20)\d\d)\b/g, read: sameOfYear },
];

export function previous(precision: Reading['precision'], edtf: (edtf: string) => string): Reading {
  return {
    precision,
    missing: 'PREVIOUS',
    isRelative: true,
    edtf: (context) => edtf(context.previous),
  };
}

export const shiftedYear = (edtf: string, years: number): string => yearText(Number(bounds(edtf)[1].slice(0, 4)) + years);

export function shiftedMonth(edtf: string, months: number): string {
  const [year, month] = bounds(edtf)[1].split('-').map(Number);
  return monthText(year ?? 0, (month ?? 1) + months);
}

function sameOfYear({ year }: Groups): Reading {
  return previous('PERIOD', (edtf) => yearsAfter(edtf, Number(year) - Number(shiftedYear(edtf, 0))));
}

function nearby({ which: word, unit: name }: Groups, today: Day | undefined): Reading | undefined {
  return today && periodAt(name ?? '', today, words.offsetOf(word));
}

function partOfNearMonth({ part = '', which: word }: Groups, today: Day | undefined): Reading | undefined {
  const about = words.partOf(part);
  if (today === undefined || about === undefined) return undefined;
  return fixed('PERIOD', partOfMonth(today.year, today.month + words.offsetOf(word), about));
}

/** The week, month, quarter or year that is so many after the one of a day. */
export function periodAt(name: string, today: Day, offset: number): Reading | undefined {
  if (name === 'year') return fixed('YEAR', yearText(today.year + offset));
  if (name === 'month') return fixed('MONTH', monthText(today.year, today.month + offset));
  if (name === 'quarter') return fixed('QUARTER', quarterAt(today, offset));
  if (name === 'day') return fixed('DAY', dayText(daysAfter(today, offset)));
  if (name === 'decade') return fixed('YEAR', yearText(today.year + 10 * offset));
  const monday = daysAfter(today, 1 - weekdayOf(today) + 7 * offset);
  return fixed('WEEK', `[${dayText(monday)}..${dayText(daysAfter(monday, 6))}]`);
}

function quarterAt({ year, month }: Day, offset: number): string {
  const index = year * 4 + Math.floor((month - 1) / 3) + offset;
  return division(Math.floor(index / 4), 33 + (index % 4));
}

function nearSeason({ which: word, season: name = '' }: Groups, today: Day | undefined): Reading | undefined {
  return today && seasonBy(words.offsetOf(word), words.seasonCode(name), today);
}

/** "Last summer" is the latest that is over, "next" the first that begins later, "this" that of the year. */
function seasonBy(offset: number, code: number, today: Day): Reading | undefined {
  const day = dayText(today);
  const candidates = [today.year - 1, today.year, today.year + 1].map((year) => division(year, code));
  if (offset === 0) return fixed('SEASON', candidates[1] ?? '');
  const found =
    offset < 0 ? candidates.findLast((edtf) => bounds(edtf)[1] < day) : candidates.find((edtf) => bounds(edtf)[0] > day);
  return found === undefined ? undefined : fixed('SEASON', found);
}

function dayWord({ word = '' }: Groups, today: Day | undefined): Reading | undefined {
  const offset = /before yesterday/.test(word)
    ? -2
    : /after tomorrow/.test(word)
      ? 2
      : /yesterday/i.test(word)
        ? -1
        : /tomorrow/i.test(word)
          ? 1
          : 0;
  return today && fixed('DAY', dayText(daysAfter(today, offset)));
}

function ago({ count: word = '', unit: name = '' }: Groups, today: Day | undefined): Reading | undefined {
  const number = /^an?$/i.test(word) ? 1 : englishNumber(word);
  return today && number !== undefined ? periodAt(name, today, -number) : undefined;
}

function past({ count: word = 'one', unit: name }: Groups, today: Day | undefined): Reading | undefined {
  const number = (englishNumber(word) ?? 1) * (name === 'decade' ? 10 : 1);
  if (today === undefined) return undefined;
  return fixed(
    'PERIOD',
    name === 'month'
      ? interval(monthText(today.year, today.month - number), monthText(today.year, today.month))
      : interval(yearText(today.year - number), yearText(today.year)),
  );
}

function onWeekday({ which: word, weekday }: Groups, today: Day | undefined): Reading | undefined {
  if (today === undefined) return undefined;
  const number = words.weekdayNumber(weekday);
  const direction = /last/i.test(word ?? '') ? 'LAST' : /next|coming/i.test(word ?? '') ? 'NEXT' : undefined;
  return {
    precision: 'DAY',
    missing: 'DIRECTION',
    isRelative: true,
    edtf: (context) => dayText(nearestWeekday(today, number, direction, context)),
  };
}

/** The day of the text counts, except after "last" and "next". */
export function nearestWeekday(
  today: Day,
  number: number,
  direction: 'LAST' | 'NEXT' | undefined,
  { isFuture }: Pick<Context, 'isFuture'>,
): Day {
  const ahead = (number - weekdayOf(today) + 7) % 7;
  if (direction === 'NEXT') return daysAfter(today, ahead === 0 ? 7 : ahead);
  if (direction === 'LAST') return daysAfter(today, ahead - 7);
  return daysAfter(today, isFuture || ahead === 0 ? ahead : ahead - 7);
}
