/** The numbers of a text, in digits and in words, with what multiplies them and the end of a range. */
import { chineseNumber, englishNumber, englishNumeral } from '../numerals.js';

/** A number at its place in the text, in code units. */
export interface NumberInText {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** The other end of a range. */
  readonly upper?: number | undefined;
  /** "两千多": more than the number. */
  readonly isExceeded: boolean;
  /** Written so that it counts something even without a unit: "2.2 million", "69,000". */
  readonly isLarge: boolean;
}

const powers = new Map(
  Object.entries({
    k: 3,
    m: 6,
    hundred: 2,
    thousand: 3,
    million: 6,
    mn: 6,
    billion: 9,
    bn: 9,
    trillion: 12,
    tn: 12,
    lakh: 5,
    lakhs: 5,
    crore: 7,
    crores: 7,
    'lakh crore': 12,
    百: 2,
    千: 3,
    万: 4,
    十万: 5,
    百万: 6,
    千万: 7,
    亿: 8,
    十亿: 9,
    百亿: 10,
    千亿: 11,
    万亿: 12,
  }),
);

const digits = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?:\.\d+)?`;
const scale = String.raw`(?:[\s-]?(?:hundred|thousand|million|billion|trillion|mn|bn|tn|lakh\scrore|lakhs?|crores?)\b|(?<=[$€£]\s?[\d.,]{1,9})[mk]\b|\s?(?:万亿|[十百千]?亿|[十百千]?万|[千百](?!分|瓦|克|米|帕)))`;
const before = String.raw`(?<![\d.,\uFFFC:第]|(?<!\p{Script=Han})/|(?<!RMB|USD|CNY|EUR|HKD|GBP|JPY)[A-Za-z_]|[A-Za-z\d]-|\b[Tt]op\s)`;
const after = String.raw`(?![\d\uFFFC:]|[.,]\d|(?:st|nd|rd|th)\b|(?:\s?\/\s?\d))`;
const range = String.raw`\s?(?:%|percent)?\s?(?:[-–—~～至到]|\sto\s|\sand\s)\s?[$€£¥￥]?`;
const han = '[一二两三四五六七八九十百千]';

const inDigits = new RegExp(
  String.raw`${before}(?<sign>(?<=^|[\s(（])[-−]|(?<!\bplus\sor\s)\b[Mm]inus\s|零下|负)?(?<first>${digits})(?<scale1>${scale})?(?:${range}(?<last>${digits})(?<scale2>${scale})?)?(?<more>[多余]|\+)?(?<scale3>[万亿])?${after}`,
  'gu',
);
const inWords = new RegExp(
  String.raw`(?<![\w-])(?<word>(?:a|three)[\s-]quarters?\sof\sa(?=\s(?:million|billion|trillion|percent))|(?:${englishNumeral}|one)\sand\sa\shalf(?=\s(?:million|billion|trillion|percent))|${englishNumeral}|[Hh]alf\sa(?=\s(?:million|billion|trillion|percent))|(?<=\b(?:[Aa]t\sleast|[Mm]ore\sthan|[Ll]ess\sthan)\s)one(?=\s\p{Ll})|[Oo]ne(?=\s(?:hundred|thousand|million|billion|trillion))|[Aa](?=\s(?:hundred|thousand|million|billion|trillion|dozen)))(?<scale>\s(?:hundred|thousand|million|billion|trillion|dozen)\b)?(?![\w-])`,
  'giu',
);
const inChinese = new RegExp(
  String.raw`(?<![第\d一二三四五六七八九十百千万亿几数\uFFFC])(?![百千万]\p{Script=Han}{1,2}[百千万]\p{Script=Han})(?<number>${han}{1,7}|[几数](?=[十百千万亿]))(?<scale>万亿|[百千]?亿|[百千]?万)?(?<more>[多余])?(?<scale2>[万亿])?`,
  'gu',
);

export function numbersIn(text: string): NumberInText[] {
  return [
    ...[...text.matchAll(inDigits)].flatMap(digitNumbers),
    ...[...text.matchAll(inWords)].flatMap(englishWords),
    ...[...text.matchAll(inChinese)].flatMap(chineseWords),
    ...[...text.matchAll(composed)].flatMap(composedWords),
  ];
}

/** 四十二万六千三百: with more than one power of ten thousand. */
const composed = new RegExp(
  String.raw`(?<![第\d一二三四五六七八九十百千万亿几数.\uFFFC])(?:(?<large>${han}{1,7})亿)?零?(?:(?<middle>${han}{1,7})万)?零?(?<small>${han}{1,7})?(?![万亿\d])`,
  'gu',
);

function composedWords({ index, 0: written, groups = {} }: RegExpExecArray): NumberInText[] {
  const parts = [groups['large'], groups['middle'], groups['small']];
  if (parts.filter((part) => part !== undefined).length < 2) return [];
  const [large = 0, middle = 0, small = 0] = parts.map((part) => (part === undefined ? 0 : chineseNumber(part)));
  const value = (large ?? 0) * 1e8 + (middle ?? 0) * 1e4 + (small ?? 0);
  return [{ start: index, end: index + written.length, value, isExceeded: false, isLarge: true }];
}

const powerOf = (...written: (string | undefined)[]): number =>
  written.reduce((sum, word) => sum + (powers.get(word?.trim().replace('-', '').toLowerCase() ?? '') ?? 0), 0);

/** Digit by digit, since 2.38 times a trillion is no whole number in binary. */
const times = (written: string, power: number): number => Number(`${written.replaceAll(',', '')}e${power}`);

function digitNumbers({ index, input, 0: written, groups = {} }: RegExpExecArray): NumberInText[] {
  const { sign, first = '', scale1, last, scale2, scale3, more } = groups;
  const isRange =
    last !== undefined &&
    isRangeIn(written, groups, input.slice(Math.max(0, index - 80), index)) &&
    isOfOneUnit(written, input.slice(index + written.length));
  if (last !== undefined && !isRange) return digitNumbersApart(index, written, groups);
  const power = powerOf(scale2 ?? scale1, scale3);
  const value = times(first, isRange ? powerOf(scale1 ?? scale2) : power) * (sign === undefined ? 1 : -1);
  return [
    {
      start: index,
      end: index + written.length,
      value,
      upper: isRange ? times(last ?? '', powerOf(scale2 ?? scale1)) : undefined,
      isExceeded: more !== undefined,
      isLarge: power > 0 || /[,.]/.test(first),
    },
  ];
}

/** "5 and 10" is a range only after "between"; one that falls is none, nor is "rose from 3 percent to 5 percent". */
function isRangeIn(
  written: string,
  { first = '', scale1, last = '', scale2 }: Record<string, string | undefined>,
  preceding: string,
): boolean {
  const least = times(first, powerOf(scale1 ?? scale2));
  if (/\sto\s|[至到]/.test(written) && moved.test(preceding)) return false;
  return (!/\sand\s/.test(written) || /\bbetween\s[$€£¥]?$/i.test(preceding)) && least < times(last, powerOf(scale2 ?? scale1));
}

/** The words of a change before the value that it began with. */
const moved =
  /(?:\b(?:rise|rises|rose|risen|rising|grow|grows|grew|grown|growing|climb\w*|jump\w*|surg\w+|soar\w*|increas\w+|rais\w+|expand\w*|lift\w*|up|mov\w+|chang\w+|widen\w*|extend\w*|fall|falls|fell|fallen|falling|drop\w*|declin\w+|cut|cuts|cutting|lower\w*|reduc\w+)\b[^.;,]{0,60}\bfrom|[由从])\s?[$€£¥￥]?$/iu;

/** "Fell by 30 percent to 640 billion" gives a share and an amount. */
const isOfOneUnit = (written: string, following: string): boolean =>
  !/%|percent/.test(written) || /^\s?(?:%|％|percent)/.test(following);

/** What looks like a range and is two numbers. */
function digitNumbersApart(
  index: number,
  written: string,
  { first = '', scale1 = '', last = '' }: Record<string, string | undefined>,
): NumberInText[] {
  const start = index + written.indexOf(last, first.length);
  const one = {
    start: index,
    end: index + written.indexOf(first) + first.length + scale1.length,
    value: times(first, powerOf(scale1)),
    isExceeded: false,
  };
  const two = [...written.slice(start - index).matchAll(inDigits)].flatMap(digitNumbers);
  return [
    { ...one, isLarge: scale1 !== '' || /[,.]/.test(first) },
    ...two.map((number) => ({ ...number, start: number.start + start, end: number.end + start })),
  ];
}

/** Of "half a", "a quarter of a" and "three quarters of a" million. */
function partOf(word: string): number | undefined {
  if (/^half/i.test(word)) return 0.5;
  return /quarter/i.test(word) ? (/^three/i.test(word) ? 0.75 : 0.25) : undefined;
}

function numberOf(word: string): number {
  const [first = ''] = word.split(/\s/);
  return /^(?:a|one)$/i.test(first) ? 1 : (englishNumber(first) ?? Number.NaN);
}

function englishWords({ index, 0: written, groups = {} }: RegExpExecArray): NumberInText[] {
  const { word = '', scale: multiple } = groups;
  const number = partOf(word) ?? numberOf(word) + (/ and a half$/i.test(word) ? 0.5 : 0);
  const value = /dozen/i.test(multiple ?? '') ? number * 12 : times(String(number), powerOf(multiple));
  return Number.isNaN(value)
    ? []
    : [{ start: index, end: index + written.length, value, isExceeded: false, isLarge: multiple !== undefined }];
}

function chineseWords({ index, input, 0: written, groups = {} }: RegExpExecArray): NumberInText[] {
  const { number = '', scale: multiple, more, scale2 } = groups;
  const base = /[几数]/.test(number) ? undefined : chineseNumber(number);
  const isArticle =
    number === '一' &&
    multiple === undefined &&
    !/(?:为期|有效期|期限|延长|至少|不少于|不超过)$/.test(input.slice(Math.max(0, index - 3), index));
  if (base === undefined || isArticle || Number.isNaN(base)) return [];
  const value = times(String(base), powerOf(multiple, scale2));
  return [
    {
      start: index,
      end: index + written.length,
      value,
      isExceeded: more !== undefined,
      isLarge: multiple !== undefined || scale2 !== undefined,
    },
  ];
}
