/** The words of English dates, as parts of regular expressions and as what they mean. */
import { englishNumeral } from '../numerals.js';
import type { Part } from './calendar.js';
import type { Groups } from './moment.js';

const monthNames = 'January February March April May June July August September October November December'.split(' ');
const weekdayNames = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

const abbreviation = String.raw`(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?`;
export const monthWord = `(?:${monthNames.join('|')}|${abbreviation})`;
/** The months that are also verbs or names of people. */
export const clearMonths = monthNames.filter((name) => !/^(?:March|April|May|June|August)$/.test(name)).join('|');
export const weekdayWord = `(?:${weekdayNames.join('|')})`;

export const day = String.raw`(?<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,]\d|\s(?:percent|per\scent|million|billion|trillion|thousand))`;
export const year = String.raw`(?<year>(?:19|20)\d\d)(?![\d%]|[.,]\d|s\b)`;
const near = String.raw`(?<near>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he\s(?:current|past|coming))\syear`;
export const yearOrNear = `(?:${year}|${near})`;
export const part = String.raw`(?<part>[Ee]arly|[Mm]id|[Ll]ate|[Ee]nd(?=-)|(?:the\s)?(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd)\sof)(?:\s|-)`;
export const season = '(?<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)';
export const which = '(?<which>[Tt]his|[Ll]ast|[Nn]ext)';
export const count = String.raw`(?<count>\d{1,3}|an?|${englishNumeral})`;
export const ordinal = '(?<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|1st|2nd|3rd|4th)';

export function monthOf(word: string | undefined): number {
  return monthNames.findIndex((name) => word !== undefined && name.startsWith(word.slice(0, 3))) + 1;
}

export const weekdayNumber = (word: string | undefined): number => weekdayNames.indexOf(word ?? '') + 1;

const parts: readonly (readonly [RegExp, Part])[] = [
  [/early/i, 'EARLY'],
  [/mid/i, 'MIDDLE'],
  [/late/i, 'LATE'],
  [/beginning|start/i, 'START'],
  [/end/i, 'END'],
];

export const partOf = (word: string): Part | undefined => parts.find(([pattern]) => pattern.test(word))?.[1];

/** 1 for "next", -1 for "last" and "past", 0 for "this". */
export function offsetOf(word: string | undefined): number {
  if (/last|past|previous/i.test(word ?? '')) return -1;
  return /next|coming/i.test(word ?? '') ? 1 : 0;
}

/** The year that is written, or that "last year" means; undefined where neither is there. */
export function yearOf({ year: written, near: nearYear }: Groups, thisYear: number | undefined): number | undefined {
  if (written !== undefined) return Number(written);
  return nearYear === undefined || thisYear === undefined ? undefined : thisYear + offsetOf(nearYear);
}

const seasons = ['spring', 'summer', 'autumn', 'winter'];

/** The code of a season in EDTF. */
export const seasonCode = (word: string): number => 21 + seasons.indexOf(word.toLowerCase().replace('fall', 'autumn'));

export const ordinalNumber = (word: string): number =>
  ['1st', '2nd', '3rd', '4th'].indexOf(word) + 1 || ['first', 'second', 'third', 'fourth'].indexOf(word.toLowerCase()) + 1;
