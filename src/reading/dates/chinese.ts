/** Dates of Chinese texts that name a day, a month, or a part of a year. */
import { chineseNumber } from '../numerals.js';
import { dayText, division, interval, monthText, partOfMonth, partOfYear, yearText, type Day } from './calendar.js';
import { dated, day, han, month, part, parts, rule, to, writtenYear, year } from './chinese-words.js';
import { fixed, type Groups, type Reading, type Rule } from './moment.js';

export const chineseDates: readonly Rule[] = [
  { pattern: rule(String.raw`(?:${year}\s?)?(?<![\d个几数.])${month}\s?${day}(?!元|本)`), read: dayOfMonth },
  {
    pattern: rule(String.raw`(?:${year}\s?)?(?<![\d个几数.])${month}(?<part>上旬|中旬|下旬|初|底|末)?(?!饼|球|亮)`),
    read: monthOfYear,
  },
  {
    pattern: rule(
      String.raw`(?:${year}\s?)?(?<![\d个几数.])(?<first>1[0-2]|0?[1-9]|${han}{1,2})月?${to}${month}(?!\s?\d{1,2}日)`,
    ),
    read: months,
  },
  { pattern: rule(String.raw`(?:${year}的?)?(?<!提)(?:前|头)(?<count>\d{1,2}|${han})个?(?<unit>月|季度)`), read: firstMonths },
  { pattern: rule(String.raw`(?:${year}的?)?第?(?<quarter>[一二三四1-4])季度(?<part>[初末底])?`), read: quarter },
  { pattern: rule(String.raw`(?:${year}的?)?(?<half>[上下])半年`), read: half },
  { pattern: rule(String.raw`${year}${part}`), read: partYear },
  {
    pattern: rule(
      String.raw`(?:${year})?(?<season>[春夏秋冬])(?:季|天)|${writtenYear.replace('year', 'year2')}(?<season2>[春夏秋冬])`,
    ),
    read: season,
  },
  { pattern: rule(year), read: wholeYear },
  {
    pattern:
      /(?<![\p{Script=Han}\d])(?<part>年[初底末中])|(?<=[到至在于将前保争]|预计|有望|计划)(?<part2>年[初底末中])|(?<=[于自从将争计望今])(?<part3>年[初底末])/gu,
    read: partOfThisYear,
  },
  {
    pattern: rule(String.raw`(?<![\d一二三四五六七八九十两几数半多同])年内|(?<=预计|有望|力争|计划|预期|争取|今年|本年)全年`),
    read: (_, today) => wholeYear({ near: '今年' }, today),
  },
  {
    pattern: /[“"]?(?<plan>[六七八九]|十[一二三四五六七八九]?|二十[一二三]?)五[”"]?(?<part>时期|期间|(?:时期|期)?[初末])/gu,
    read: ofPlan,
  },
];

/** “十四五”期间: the years of a five-year plan, the third of which began in 1966. */
function ofPlan({ plan = '', part: word = '' }: Groups): Reading {
  const first = 1966 + 5 * ((chineseNumber(plan) ?? 3) - 3);
  if (word.endsWith('末')) return fixed('MONTH', partOfYear(first + 4, 'END'), false);
  if (word.endsWith('初')) return fixed('MONTH', partOfYear(first, 'START'), false);
  return fixed('PERIOD', interval(yearText(first), yearText(first + 4)), false);
}

function dayOfMonth(groups: Groups, today: Day | undefined): Reading | undefined {
  const [at = 0, of = 0] = [chineseNumber(groups['day'] ?? ''), chineseNumber(groups['month'] ?? '')];
  const reading = dated(groups, today, 'DAY', (found) => dayText({ year: found, month: of, day: at }));
  return reading && { ...reading, month: of };
}

function monthOfYear(groups: Groups, today: Day | undefined): Reading | undefined {
  const of = chineseNumber(groups['month'] ?? '') ?? 0;
  const about = parts.get(groups['part'] ?? '');
  const reading = dated(groups, today, about === undefined ? 'MONTH' : 'PERIOD', (found) =>
    about === undefined ? monthText(found, of) : partOfMonth(found, of, about),
  );
  return reading && { ...reading, month: of };
}

function months(groups: Groups, today: Day | undefined): Reading | undefined {
  const [first = 0, last = 0] = [chineseNumber(groups['first'] ?? ''), chineseNumber(groups['month'] ?? '')];
  if (first < 1 || first > 12 || first === last) return undefined;
  return dated(groups, today, 'PERIOD', (found) =>
    interval(monthText(first > last ? found - 1 : found, first), monthText(found, last)),
  );
}

function firstMonths(groups: Groups, today: Day | undefined): Reading | undefined {
  const count = (chineseNumber(groups['count'] ?? '') ?? 0) * (groups['unit'] === '季度' ? 3 : 1);
  if (count < 1 || count > 12) return undefined;
  return dated(groups, today, 'PERIOD', (found) => interval(monthText(found, 1), monthText(found, count)));
}

function quarter(groups: Groups, today: Day | undefined): Reading | undefined {
  const number = chineseNumber(groups['quarter'] ?? '') ?? 1;
  const part = groups['part'];
  if (part === undefined) return dated(groups, today, 'QUARTER', (found) => division(found, 32 + number));
  return dated(groups, today, 'MONTH', (found) => monthText(found, part === '初' ? number * 3 - 2 : number * 3));
}

function half(groups: Groups, today: Day | undefined): Reading | undefined {
  return dated(groups, today, 'HALF', (found) => division(found, groups['half'] === '上' ? 40 : 41));
}

function partYear(groups: Groups, today: Day | undefined): Reading | undefined {
  const word = groups['part'] ?? '';
  const about = parts.get(word.slice(-1));
  if (about === undefined || word.endsWith('旬')) return undefined;
  return dated(groups, today, about === 'MIDDLE' ? 'PERIOD' : 'MONTH', (found) => partOfYear(found, about));
}

function partOfThisYear({ part: word, part2, part3 }: Groups, today: Day | undefined): Reading | undefined {
  return partYear({ near: '今年', part: word ?? part2 ?? part3 }, today);
}

function season(groups: Groups, today: Day | undefined): Reading | undefined {
  const code = 21 + '春夏秋冬'.indexOf(groups['season'] ?? groups['season2'] ?? '');
  const written = { ...groups, year: groups['year'] ?? groups['year2'] };
  return written.year === undefined && groups['near'] === undefined
    ? undefined
    : dated(written, today, 'SEASON', (found) => division(found, code));
}

function wholeYear(groups: Groups, today: Day | undefined): Reading | undefined {
  return dated(groups, today, 'YEAR', yearText);
}
