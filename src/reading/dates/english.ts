/** Dates of English texts that name a day, a month, or a part of a year. */
import { englishNumber } from '../numerals.js';
import { dayText, division, interval, monthText, partOfMonth, partOfYear, yearText } from './calendar.js';
import * as words from './english-words.js';
import { ofYear, type Groups, type Rule } from './moment.js';

const { day, monthWord, year, yearOrNear, part, weekdayWord, season, ordinal, count } = words;
const weekday = String.raw`(?:${weekdayWord},?\s)?`;

/** Words before a month, or after it, that a verb or a name does not have. */
const before = String.raw`(?<=\b(?:[Ii]n|[Oo]f|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Ll]ast|[Tt]his|[Nn]ext|[Bb]etween|[Ff]rom|[Tt]o|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]hrough|[Ff]or|[Ee]arlier|[Ee]very|than|versus|vs|(?:${monthWord})\s(?:and|or))\s|[-–—]\s?)`;
const after = String.raw`(?=['’]s\s[a-z]|\s?[-–—]\s?(?:${monthWord})|\s(?:and|to|through)\s(?:${monthWord})|\s(?:this|last|next)\syear)`;
const anyMonth = String.raw`\b(?<month>${words.clearMonths})\b|(?<month2>March|April|May|June|August)\b${after}|${before}(?<month3>March|April|May|June|August)\b(?!\s[A-Z][a-z]+ing\b)`;

const ofMonth = (groups: Groups): number => words.monthOf(groups['month'] ?? groups['month2'] ?? groups['month3']);

export const englishDates: readonly Rule[] = [
  {
    pattern: new RegExp(String.raw`${weekday}(?<month>${monthWord})\s(?:the\s)?${day}(?:(?:,\s?|\s)${yearOrNear})?`, 'g'),
    read: dayOfMonth,
  },
  {
    pattern: new RegExp(
      String.raw`${weekday}(?<![\d.,])(?:the\s)?${day}\s(?:of\s)?(?<month>${monthWord})(?:(?:,\s?|\s)(?:of\s)?${yearOrNear})?`,
      'g',
    ),
    read: dayOfMonth,
  },
  {
    pattern: new RegExp(
      String.raw`(?<month>${monthWord})\s(?<first>\d{1,2})\s?(?:[-–—]|to|through)\s?${day}(?:(?:,\s?|\s)${yearOrNear})?`,
      'g',
    ),
    read: (groups, today) => daysOfMonth(groups, today?.year),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d.,])(?<first>\d{1,2})\s?[-–—]\s?${day}\s(?<month>${monthWord})(?:,?\s${yearOrNear})?`,
      'g',
    ),
    read: (groups, today) => daysOfMonth(groups, today?.year),
  },
  {
    pattern: new RegExp(String.raw`\b(?:${part})?(?<month>${monthWord})(?:,?\s(?:of\s)?|['’]?\s?)${yearOrNear}`, 'g'),
    read: (groups, today) => monthOfYear(groups, today?.year),
  },
  {
    pattern: new RegExp(String.raw`\b${part}(?:in\s)?(?<month>${monthWord})\b`, 'g'),
    read: (groups, today) => monthOfYear(groups, today?.year),
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:the\s|its\s)?(?:(?:fiscal|financial)\s)?(?:year|12\smonths|twelve\smonths)\s(?:to|through|ended|ending)\s(?:in\s)?(?:the\send\sof\s)?(?<month>${monthWord})(?:\s3[01]|\s2[89])?(?:,?\s${yearOrNear})?`,
      'g',
    ),
    read: (groups, today) => yearTo(groups, today),
  },
  { pattern: new RegExp(anyMonth, 'g'), read: (groups, today) => monthOfYear(groups, today?.year) },
  {
    pattern: new RegExp(String.raw`\b${part}${yearOrNear}`, 'g'),
    read: (groups, today) => partYear(groups, today?.year),
  },
  {
    pattern: new RegExp(
      String.raw`\b${part}(?<same>the\syear)\b(?!\sbefore|['’]s)|\b(?<end>[Yy]ear[\s-]end)(?:\s(?:of\s)?${year})?\b(?!\s\p{Ll}+s\b)`,
      'gu',
    ),
    read: endOfYear,
  },
  {
    pattern: new RegExp(
      String.raw`\b${ordinal}[\s-](?<unit>quarter|half)(?:\s(?:of|in)\s(?:the\syear\s)?${yearOrNear}|(?=[,.;\s](?!of\b|(?:of\s)?(?:the\s)?(?:match|game|final|season)))|$)`,
      'g',
    ),
    read: (groups, today) => quarterOrHalf({ ...groups, number: groups['ordinal'] }, today?.year),
  },
  {
    pattern: new RegExp(
      String.raw`\b(?<letter>[QH])(?<number>[1-4])(?:\s(?:of\s)?${yearOrNear}|(?=[\s,;](?!\w+\s\w+\?)|\.(?:\s|$)|$))`,
      'g',
    ),
    read: (groups, today) => quarterOrHalf(groups, today?.year),
  },
  {
    pattern: new RegExp(String.raw`${year}\s?(?<letter>[QH])(?<number>[1-4])\b`, 'g'),
    read: (groups, today) => quarterOrHalf(groups, today?.year),
  },
  {
    pattern: new RegExp(
      String.raw`\b(?<ordinal>[Ff]irst|[Ll]ast|[Ff]inal)\s${count}\s(?<unit>month|quarter)s(?:\s(?:of|in)\s(?:${yearOrNear}|(?<same>the\syear)))?`,
      'g',
    ),
    read: (groups, today) => firstMonths(groups, today?.year),
  },
  {
    pattern: new RegExp(String.raw`\b(?:the\s)?${season}\s(?:of\s)?${year}`, 'g'),
    read: ({ season: name = '', year: written }) =>
      ofYear('SEASON', Number(written), false, (at) => division(at, words.seasonCode(name))),
  },
];

function dayOfMonth(groups: Groups, today: { year: number } | undefined) {
  const month = words.monthOf(groups['month']);
  const at = Number(groups['day']);
  const reading = ofYear('DAY', words.yearOf(groups, today?.year), groups['near'] !== undefined, (found) =>
    dayText({ year: found, month, day: at }),
  );
  return { ...reading, month };
}

function daysOfMonth(groups: Groups, thisYear: number | undefined) {
  const month = words.monthOf(groups['month']);
  const [first, last] = [Number(groups['first']), Number(groups['day'])];
  if (first >= last) return undefined;
  return ofYear('PERIOD', words.yearOf(groups, thisYear), groups['near'] !== undefined, (found) =>
    interval(dayText({ year: found, month, day: first }), dayText({ year: found, month, day: last })),
  );
}

function monthOfYear(groups: Groups, thisYear: number | undefined) {
  const month = ofMonth(groups);
  const about = groups['part'] === undefined ? undefined : words.partOf(groups['part']);
  const found = words.yearOf(groups, thisYear);
  if (groups['near'] !== undefined && found === undefined) return undefined;
  const reading = ofYear(about === undefined ? 'MONTH' : 'PERIOD', found, groups['near'] !== undefined, (at) =>
    about === undefined ? monthText(at, month) : partOfMonth(at, month, about),
  );
  return { ...reading, month };
}

/** "The year to June": the twelve months of which it is the last, over on the day of the text. */
function yearTo(groups: Groups, today: { year: number; month: number } | undefined) {
  const month = ofMonth(groups);
  const latest = today && (month < today.month ? today.year : today.year - 1);
  const reading = ofYear('PERIOD', words.yearOf(groups, today?.year) ?? latest, groups['near'] !== undefined, (at) =>
    interval(monthText(at, month - 11), monthText(at, month)),
  );
  return { ...reading, month };
}

function partYear(groups: Groups, thisYear: number | undefined) {
  const about = words.partOf(groups['part'] ?? '');
  const found = words.yearOf(groups, thisYear);
  if (about === undefined || found === undefined) return undefined;
  const precision = about === 'START' || about === 'END' ? 'MONTH' : 'PERIOD';
  return ofYear(precision, found, groups['near'] !== undefined, (at) => partOfYear(at, about));
}

/** "The end of the year", "by year-end". */
function endOfYear({ part: written = 'end', year: number }: Groups, today: { year: number } | undefined) {
  return partYear({ part: written, year: number ?? today?.year.toString() }, undefined);
}

function quarterOrHalf(groups: Groups, thisYear: number | undefined) {
  const { letter, unit, number = '', near } = groups;
  const isQuarter = letter === 'Q' || unit === 'quarter';
  const last = /^last$/i.test(number);
  const found = words.yearOf(groups, thisYear);
  if (last && found === undefined) return undefined; // "last quarter" is the one before this
  const index = last ? (isQuarter ? 4 : 2) : Number(number) || words.ordinalNumber(number);
  if (!isQuarter && index > 2) return undefined;
  return ofYear(isQuarter ? 'QUARTER' : 'HALF', found, near !== undefined, (at) => division(at, (isQuarter ? 32 : 39) + index));
}

function firstMonths(groups: Groups, thisYear: number | undefined) {
  const months = (englishNumber(groups['count'] ?? '') ?? 0) * (groups['unit'] === 'quarter' ? 3 : 1);
  const isFirst = /first/i.test(groups['ordinal'] ?? '');
  const found = words.yearOf(groups, thisYear) ?? (groups['same'] === undefined ? undefined : thisYear);
  if (months < 1 || months > 12 || (!isFirst && found === undefined)) return undefined;
  const [start, end] = isFirst ? [1, months] : [13 - months, 12];
  return ofYear('PERIOD', found, groups['year'] === undefined, (at) =>
    months === 12 ? yearText(at) : interval(monthText(at, start), monthText(at, end)),
  );
}
