/** Whether an amount is a difference to an earlier one, and to which. */
import { yearsAfter } from '../dates/calendar.js';
import { shiftedMonth } from '../dates/english-relative.js';
import { countBefore } from '../positions.js';

export interface Change {
  readonly isDecrease: boolean;
  /** What it is measured against, as EDTF, where the text says. */
  readonly base?: string | undefined;
}

interface DateAt {
  readonly start: number;
  readonly end: number;
  readonly edtf: string;
  /** What it says is relative to another date of the text. */
  readonly missing?: string | undefined;
  readonly precision: string;
}

const up = String.raw`up|ris(?:e|es|ing|en)|rose|increas(?:e|es|ed|ing)|gr(?:ow|ows|ew|owing|own)|growth|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|jump(?:s|ed|ing)?|climb(?:s|ed|ing)?|gain(?:s|ed|ing)?|expand(?:s|ed|ing)?|expansion|higher|rais(?:e|es|ed|ing)|advanc(?:ed|ing|es?)|rebound(?:ed)?|spik(?:e|ed)|accelerat(?:ed|ion)`;
const down = String.raw`down|fall(?:s|ing|en)?|fell|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?|slip(?:s|ped)?|shr(?:ink|inks|ank|unk|inking)|shrinkage|contract(?:s|ed|ing|ion)|slump(?:s|ed|ing)?|plung(?:e|es|ed|ing)|plummet(?:s|ed)?|tumbl(?:e|es|ed)|lower(?:ed)?|reduc(?:e|es|ed|ing|tion)|cut(?:s|ting)?|loss|los[et]|slid|dip(?:ped)?`;
const link = String.raw`(?:\s(?:[a-z-]+ly|rate))?(?:(?:\s[a-z'’-]+){0,4}?\s(?:by|of|at\sa\srate\sof)|\sanother|\sa\sfurther|\sat)?(?:\sa)?\s$`;
const by = String.raw`(?:(?:\s[a-z'’-]+){0,4}?\s(?:by|of|at\sa\srate\sof))(?:\sa)?\s$`;
const word = (words: string, rest: string): RegExp => new RegExp(String.raw`\b(?:${words})${rest}`, 'i');
/** "A loss of 5 million euros" is a level. */
const fallen = down.replace('|loss|los[et]', '');
const [upBefore, downBefore, upBy, downBy] = [word(up, link), word(down, link), word(up, by), word(fallen, by)];
const following = String.raw`^\s(?:(?:year-(?:on|over)-year|annual|month-on-month|yoy|overall|sharp|further)\s)*`;
const upAfter = new RegExp(
  String.raw`${following}(?:increase|rise|growth|jump|surge|gain|more\b(?!\sthan\s\d)|higher|expansion|hike)`,
  'i',
);
const downAfter = new RegExp(
  String.raw`${following}(?:decrease|decline|drop|fall|reduction|cut|lower|fewer|less\sthan|slump|contraction)`,
  'i',
);
const upChinese = /(?:增长|增加|上升|上涨|上调|提高|提升|增幅|增速|涨幅|扩大|增|涨|升|增长率|高出|加快)(?:了|为|约|达到?|率为)?$/;
const downChinese =
  /(?:下降|减少|下跌|下调|降低|回落|缩小|降幅|跌幅|收窄|放缓|萎缩|下滑|跌去|缩水|锐减|骤降|减|降|跌|低于)(?:了|为|约|达到?)?$/;

/** 下调存款准备金率0.5个百分点: what is lowered is between. */
const loweredChinese = /(?:下调|调降|降低|削减)(?:(?![至到为])\p{Script=Han}){2,8}$/u;

/** The change that the amount at a span is; undefined for a level. */
export function changeAround(
  text: string,
  span: { readonly start: number; readonly end: number },
  unit: string | undefined,
  dates: readonly DateAt[],
): Change | undefined {
  const direction = directionOf(text.slice(Math.max(0, span.start - 70), span.start), text.slice(span.end, span.end + 50), unit);
  return direction === undefined ? undefined : { isDecrease: direction === 'DOWN', base: baseOf(text, span, dates) };
}

function directionOf(before: string, after: string, unit: string | undefined): 'UP' | 'DOWN' | undefined {
  const clause = before.replace(/^.*[,;:.，。；、（(]\s?(?=.)/su, '').replaceAll(/\s+/g, ' ');
  const isShare = unit === '%' || unit === '{percentage_point}' || unit === '{basis_point}';
  if ((isShare ? upBefore : upBy).test(clause) || upChinese.test(clause)) return 'UP';
  if (
    (isShare ? downBefore : downBy).test(clause) ||
    downChinese.test(clause) ||
    (unit !== '%' && isShare && loweredChinese.test(clause))
  )
    return 'DOWN';
  if (upAfter.test(after)) return 'UP';
  return downAfter.test(after) ? 'DOWN' : undefined;
}

const comparison =
  /^(?:[^.;。；]|\.\d){0,60}?\b(?:from|than|compared\s(?:with|to)|versus|vs\.?|over|against|relative\sto|on)\s(?:(?:in|during|for|at)\s)?(?:the\s)?(?:(?:peak|levels?)\s(?:of|in)\s|(?:its|their)\speak\sin\s)?$/;
const yearly = /year[\s-](?:on|over)[\s-]year|\byoy\b|同比/i;
const monthly = /month[\s-](?:on|over)[\s-]month|\bmom\b|环比/i;

/** Characters from an amount to a date that it is compared with. */
const farthest = 250;

/** Those that begin soon after a position. */
const soonAfter = (dates: readonly DateAt[], position: number): readonly DateAt[] =>
  dates.slice(countBefore(dates, position), countBefore(dates, position + farthest));

/** The last that ends before a position: dates do not overlap. */
function lastEnding(dates: readonly DateAt[], position: number): DateAt | undefined {
  const count = countBefore(dates, position);
  const last = dates[count - 1];
  return last === undefined || last.end <= position ? last : dates[count - 2];
}

/** Of the dates of each text, once. */
const periods = new WeakMap<readonly DateAt[], readonly DateAt[]>();

function periodsAmong(dates: readonly DateAt[]): readonly DateAt[] {
  const known = periods.get(dates) ?? dates.filter(({ missing, precision }) => missing !== 'PREVIOUS' && precision !== 'DAY');
  periods.set(dates, known);
  return known;
}

function baseOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  dates: readonly DateAt[],
): string | undefined {
  const after = soonAfter(dates, end).find((date) => comparison.test(text.slice(end, date.start)));
  if (after !== undefined) return after.edtf;
  const before = lastEnding(dates, start);
  if (
    before !== undefined &&
    /(?:比|较|与|相比)\s?$/.test(text.slice(Math.max(0, before.start - 4), before.start)) &&
    start - before.end < 15
  )
    return before.edtf;
  const clause = text.slice(Math.max(0, start - 45), end + 25);
  const named = periodsAmong(dates);
  const period = lastEnding(named, start) ?? named[countBefore(named, end)];
  if (period === undefined) return undefined;
  if (yearly.test(clause)) return yearsAfter(period.edtf, -1);
  return monthly.test(clause) && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(period.edtf) ? shiftedMonth(period.edtf, -1) : undefined;
}
