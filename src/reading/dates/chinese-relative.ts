/** Dates of Chinese texts that say when with the day of the text, or with the date before them. */
import { chineseNumber } from '../numerals.js';
import {
  bounds,
  dayText,
  daysAfter,
  interval,
  monthText,
  partOfMonth,
  weekdayOf,
  yearText,
  yearsAfter,
  type Day,
  type Part,
} from './calendar.js';
import { day, han, parts, rule } from './chinese-words.js';
import { nearestWeekday, periodAt, previous, shiftedMonth, shiftedYear } from './english-relative.js';
import { fixed, type Groups, type Reading, type Rule } from './moment.js';

export const chineseRelativeDates: readonly Rule[] = [
  { pattern: /(?<=[比较])上个?月[底末]/gu, read: () => previous('PERIOD', lastDaysOfMonthBefore) },
  { pattern: /(?<=[比较])上个?月(?!\d|[初底末中上下])/gu, read: () => previous('MONTH', (edtf) => shiftedMonth(edtf, -1)) },
  {
    pattern: /(?<word>本|上个?|下个?|这个)(?<unit>月|周|季度)(?!\d|[一二三四五六日天])(?<part>上旬|中旬|下旬|初|底|末)?/g,
    read: nearPeriod,
  },
  {
    pattern: /(?:(?<![\p{Script=Han}\d\s])|(?<=[到至在于自从将争计望]))月(?<part>[初底末])/gu,
    read: (groups, today) => nearPeriod({ ...groups, unit: '月' }, today),
  },
  { pattern: rule(String.raw`(?<word>本|上个?|下个?)月${day}`), read: dayOfNearMonth },
  {
    pattern:
      /(?<![每一二两三四五六七八九十\d隔])(?<word>上|下|本|这)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])(?![次年带]|至|到)/g,
    read: onWeekday,
  },
  { pattern: /(?<word>今天|今日|昨天|昨日|昨晚|明天|明日|前天|后天)/g, read: dayWord },
  {
    pattern: rule(
      String.raw`(?<![\d月.年个]|[月年]\s|[一二三四五六七八九十]|期限|不少于|超过|连续|近|约)(?<day>3[01]|[12]\d|[1-9])\s?日(?!内|元|本|均|用|产|以内|之内|常|游|报社|后|前)`,
    ),
    read: dayOnly,
  },
  { pattern: rule(String.raw`(?<count>\d{1,3}|${han}{1,3})(?<unit>年|个月|天|周)(?:以)?前(?!后)`), read: ago },
  { pattern: rule(String.raw`(?:过去|近|最近|过去的)(?<count>\d{1,2}|${han}{1,2})(?<unit>年|个月)(?:来|间|里)?`), read: past },
  {
    pattern: /(?:(?<century>\d{2}|二十|二十一)世纪|(?<last>上个?世纪|本世纪))(?<decade>[1-9]0|[二三四五六七八九]十)年代/g,
    read: decade,
  },
  {
    pattern: /(?<century>\d{2}|二十一|二十|十九)世纪(?![\d二三四五六七八九]+[0十]年代)/g,
    read: ({ century = '' }) => fixed('CENTURY', `${(chineseNumber(century) ?? 1) - 1}XX`, false),
  },
  { pattern: /上年(?:末|底)/g, read: () => previous('MONTH', (edtf) => `${shiftedYear(edtf, -1)}-12`) },
  { pattern: /(?:去年|上年|前年)同期/g, read: () => previous('PERIOD', (edtf) => yearsAfter(edtf, -1)) },
  { pattern: /上年(?!同期|末|底)|(?:前一|上一)年(?:度)?/g, read: () => previous('YEAR', (edtf) => shiftedYear(edtf, -1)) },
  { pattern: /同年|当年|该年/g, read: () => previous('YEAR', (edtf) => shiftedYear(edtf, 0)) },
  { pattern: /次年|翌年|第二年/g, read: () => previous('YEAR', (edtf) => shiftedYear(edtf, 1)) },
  { pattern: /同月|(?<!月份?)当月/g, read: () => previous('MONTH', (edtf) => shiftedMonth(edtf, 0)) },
  { pattern: /同日|当日|当天|同一天/g, read: () => previous('DAY', (edtf) => bounds(edtf)[1]) },
];

function lastDaysOfMonthBefore(edtf: string): string {
  const [year = 0, month = 1] = shiftedMonth(edtf, -1).split('-').map(Number);
  return partOfMonth(year, month, 'END');
}

const signOf = (word: string): number => (word.startsWith('上') ? -1 : word.startsWith('下') ? 1 : 0);

function nearPeriod({ word = '', unit, part: about }: Groups, today: Day | undefined): Reading | undefined {
  if (today === undefined) return undefined;
  const name = unit === '月' ? 'month' : unit === '周' ? 'week' : 'quarter';
  const reading = periodAt(name, today, signOf(word));
  const portion = parts.get(about ?? '');
  if (portion === undefined) return reading;
  if (name === 'quarter') return fixed('MONTH', monthOfQuarter(today, signOf(word), portion));
  return name === 'month' ? fixed('PERIOD', partOfMonth(today.year, today.month + signOf(word), portion)) : undefined;
}

/** The first or last month of a quarter. */
function monthOfQuarter({ year, month }: Day, offset: number, portion: Part): string {
  const first = Math.floor((month - 1) / 3) * 3 + 1 + 3 * offset;
  return monthText(year, portion === 'END' ? first + 2 : first);
}

function dayOfNearMonth({ word = '', day: at = '' }: Groups, today: Day | undefined): Reading | undefined {
  if (today === undefined) return undefined;
  return fixed('DAY', `${monthText(today.year, today.month + signOf(word))}-${String(chineseNumber(at)).padStart(2, '0')}`);
}

function onWeekday({ word = '', weekday = '' }: Groups, today: Day | undefined): Reading | undefined {
  if (today === undefined) return undefined;
  const number = '一二三四五六日'.indexOf(weekday.replace('天', '日')) + 1;
  if (word !== '') return fixed('DAY', dayText(daysAfter(today, number - weekdayOf(today) + 7 * signOf(word))));
  return {
    precision: 'DAY',
    missing: 'DIRECTION',
    isRelative: true,
    edtf: (context) => dayText(nearestWeekday(today, number, undefined, context)),
  };
}

function dayWord({ word = '' }: Groups, today: Day | undefined): Reading | undefined {
  const offset = { 今: 0, 昨: -1, 明: 1, 前: -2, 后: 2 }[word.slice(0, 1)] ?? 0;
  return today && fixed('DAY', dayText(daysAfter(today, offset)));
}

function dayOnly({ day: at }: Groups): Reading {
  return {
    precision: 'DAY',
    missing: 'MONTH',
    isRelative: true,
    edtf: (context) => dayText({ year: context.year, month: context.month, day: Number(at) }),
  };
}

const unitNames = new Map(Object.entries({ 年: 'year', 个月: 'month', 天: 'day', 周: 'week' }));

function ago({ count = '', unit = '' }: Groups, today: Day | undefined): Reading | undefined {
  const number = chineseNumber(count);
  return today && number !== undefined ? periodAt(unitNames.get(unit) ?? '', today, -number) : undefined;
}

function past({ count = '', unit }: Groups, today: Day | undefined): Reading | undefined {
  const number = chineseNumber(count);
  if (today === undefined || number === undefined) return undefined;
  if (unit === '年') return fixed('PERIOD', interval(yearText(today.year - number), yearText(today.year)));
  return fixed('PERIOD', interval(monthText(today.year, today.month - number), monthText(today.year, today.month)));
}

function decade({ century, last, decade: tens = '' }: Groups, today: Day | undefined): Reading | undefined {
  if (century === undefined && today === undefined) return undefined;
  const hundreds =
    century === undefined
      ? Math.floor((today?.year ?? 0) / 100) - (last?.startsWith('上') === true ? 1 : 0)
      : (chineseNumber(century) ?? 1) - 1;
  return fixed('DECADE', `${hundreds}${(chineseNumber(tens) ?? 0) / 10}X`, false);
}
