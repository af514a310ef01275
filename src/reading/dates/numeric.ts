/** Dates in digits alone, in texts of every language. */
import { dayText, interval, monthText, yearText } from './calendar.js';
import { fixed, ofYear, type Groups, type Reading, type Rule } from './moment.js';

/** Words before and after four digits that make them a count or a number of something else. */
const notBefore = String.raw`(?<![\p{L}\d][.,]?|[$€£¥#№+−(]\s?\d*|[.,/]|\b(?:[Tt]he\snumber|US\$|RMB|CNY|USD|EUR|[Aa]bout|[Oo]ver|[Nn]early|[Aa]lmost|[Aa]round|[Ss]ome|[Mm]ore\sthan|[Ll]ess\sthan|[Aa]t\sleast|[Aa]pproximately|[Uu]p\sto|[Ee]xceed(?:s|ed|ing)?|[Rr]oughly|[Jj]ust|[Oo]nly|[Tt]otal\sof)\s|[约超近共达])`;
const notAfter = String.raw`(?!\d|[.,]\d|\s?[%‰°$€]|[-/]\d{1,2}(?:[-/]|\b)|\s?(?:percent|per\scent|yuan|RMB|dollars?|euros?|people|tons?|tonnes|kg|km|mu|units|meters|metres|hectares|million|billion|trillion|MW|GW|kWh|square|cubic|hours?|days|miles|jobs|workers|employees|companies|enterprises|firms|cars|vehicles|countries|cities|households)\b|\s?(?!年|至|到)\p{Script=Han})`;

export const numericDates: readonly Rule[] = [
  {
    pattern: /(?<![\d/-])(?<year>(?:19|20)\d\d)(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?![\d/-])/g,
    read: dayOf,
  },
  {
    pattern: /(?<![\d/.-])(?<month>\d{1,2})(?<sign>[-/.])(?<day>\d{1,2})\k<sign>(?<year>(?:19|20)\d\d)(?![\d/-])/g,
    read: dayInAnyOrder,
  },
  { pattern: /(?<![\d/.$-])(?<year>(?:19|20)\d\d)-(?<month>0[1-9]|1[0-2])(?![\d/-])/g, read: monthOrYears },
  { pattern: /(?<![\d/.$-])(?<year>(?:19|20)\d\d)[-–/](?<short>\d\d)(?![\d/–-]|年)/g, read: shortYears },
  {
    pattern: /(?<![\d/.$-])(?<year>(?:19|20)\d\d)\s?[-–—~～]{1,2}\s?(?<last>(?:19|20)\d\d)年?(?![\d/%-]|[.,]\d)/g,
    read: years,
  },
  {
    pattern: new RegExp(String.raw`${notBefore}(?<year>(?:19|20)\d\d)${notAfter}`, 'gu'),
    read: ({ year }) => ofYear('YEAR', Number(year), false, yearText),
  },
];

function dayOf({ year, month, day }: Groups): Reading {
  return fixed('DAY', dayText({ year: Number(year), month: Number(month), day: Number(day) }), false);
}

/** 06-23-2015 is American; 23.06.2015, and what has no such month, gives the day first. */
function dayInAnyOrder({ year, month, day, sign }: Groups): Reading {
  const isDayFirst = sign === '.' || Number(month) > 12;
  return dayOf(isDayFirst ? { year, month: day, day: month } : { year, month, day });
}

/** "2011-12" is two years in prose, since a year follows the one before; "2024-02" is a month. */
function monthOrYears(groups: Groups): Reading {
  const { year = '', month = '' } = groups;
  return shortYears({ year, short: month }) ?? fixed('MONTH', monthText(Number(year), Number(month)), false);
}

function years({ year = '', last = '' }: Groups): Reading | undefined {
  return year < last ? fixed('PERIOD', interval(year, last), false) : undefined;
}

function shortYears({ year = '', short = '' }: Groups): Reading | undefined {
  const last = Number(year.slice(0, 2) + short);
  return last === Number(year) + 1 ? fixed('PERIOD', interval(year, yearText(last)), false) : undefined;
}
