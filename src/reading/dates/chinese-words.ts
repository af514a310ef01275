/** The words of Chinese dates, as parts of regular expressions and as what they mean. */
import { chineseNumber } from '../numerals.js';
import type { Day, Part } from './calendar.js';
import { ofYear, type Groups, type Reading } from './moment.js';

export const han = '[一二两三四五六七八九十]';
export const writtenYear = String.raw`(?<![\d.])(?<year>(?:19|20)\d\d|[一二][〇零○九一二三四五六七八]{3})\s?年`;
const nearYear = String.raw`(?<near>今年|去年|前年|明年|后年|本年|上年(?=(?:1[0-2]|0?[1-9]|[一二三四五六七八九]|十[一二]?)月))`;
export const year = `(?:${writtenYear}(?:度)?|${nearYear})`;
export const month = String.raw`(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?月(?:份)?`;
export const day = String.raw`(?<day>3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])\s?[日号]`;
export const part = '(?<part>上旬|中旬|下旬|年?初|年?底|年?末|年中)';
export const to = String.raw`\s?[至到—–~～-]{1,2}\s?`;

const offsets = new Map(Object.entries({ 前年: -2, 去年: -1, 上年: -1, 今年: 0, 本年: 0, 明年: 1, 后年: 2 }));
export const parts = new Map<string, Part>(
  Object.entries({ 上旬: 'EARLY', 中旬: 'MIDDLE', 下旬: 'LATE', 初: 'START', 底: 'END', 末: 'END', 中: 'MIDDLE' }),
);

export const rule = (source: string): RegExp => new RegExp(source, 'gu');

function yearOf({ year: written, near }: Groups, today: Day | undefined): number | undefined {
  if (written !== undefined) return chineseNumber(written);
  return near === undefined || today === undefined ? undefined : today.year + (offsets.get(near) ?? 0);
}

/** A reading of a year, or none where "last year" has no day to be relative to. */
export function dated(
  groups: Groups,
  today: Day | undefined,
  precision: Reading['precision'],
  edtf: (year: number) => string,
): Reading | undefined {
  const found = yearOf(groups, today);
  if (found === undefined && groups['near'] !== undefined) return undefined;
  return ofYear(precision, found, groups['near'] !== undefined, edtf);
}
