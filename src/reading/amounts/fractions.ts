/** Amounts without a number of their own: "doubled", "half of", "two-thirds", "翻一番", "五分之一", "三成". All are percentages. */
import { chineseNumber, englishNumber } from '../numerals.js';

export interface Fraction {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly isChange: boolean;
}

interface FractionRule {
  readonly pattern: RegExp;
  readonly value: (groups: Readonly<Record<string, string | undefined>>) => number | undefined;
  readonly isChange?: true;
}

const numbers = new Map(Object.entries({ one: 1, a: 1, two: 2, three: 3, four: 4, five: 5 }));
const parts = new Map(Object.entries({ third: 3, quarter: 4, fifth: 5, tenth: 10 }));
const rounded = (value: number): number => Number(value.toPrecision(6));
const han = '[一二两三四五六七八九十百]';

const rules: readonly FractionRule[] = [
  {
    pattern: /\b[Dd]oubl(?:e[sd]?|ing)(?!\s(?:taxation|track|standard|circulation|digit|decker))\b/g,
    value: () => 100,
    isChange: true,
  },
  {
    pattern: /\b[Tt]ripl(?:e[sd]|ing)\b|(?<=\b(?:to|will|would|could|may|might|nearly|almost|than)\s)triple\b/g,
    value: () => 200,
    isChange: true,
  },
  { pattern: /\b[Qq]uadrupl(?:e[sd]|ing)\b/g, value: () => 300, isChange: true },
  { pattern: /\b[Hh]alv(?:e[sd]?|ing)\b|\bby\shalf\b(?!\s(?:an?|the|of)\b)/g, value: () => -50, isChange: true },
  {
    pattern:
      /(?<!first\s|second\s|last\s|other\s|1st\s|2nd\s|latter\s)\bhalf\s(?=of\b|the\b|that\b|its\b|their\b)|(?<=\b(?:under|over|than|nearly|almost|about|roughly|around)\s)half\b(?!\s(?:an?|hour)\b|-)/gi,
    value: () => 50,
  },
  {
    pattern:
      /\b(?<number>one|a|two|three|four|five)[\s-](?<part>third|quarter|fifth|tenth)s?\b(?:(?<=\bby\s(?:(?:nearly|almost|about|roughly|around|over|some|more\sthan|less\sthan)\s)?[\w-]+[\s-]\w+)(?!\sof\sa\s|[\s-](?:straight|consecutive|time|party|person|quarter|year|month|day))|(?=\sof\b(?!\sa\s(?:million|billion|trillion))|\sthe\b|\s(?:less|more|fewer|higher|lower)\b|[.,;]))/gi,
    value: ({ number = '', part = '' }) => rounded(((numbers.get(number.toLowerCase()) ?? 0) / (parts.get(part) ?? 1)) * 100),
  },
  { pattern: /\btwice\b(?!\s(?:a|per|in|weekly|daily)\b)/gi, value: () => 200 },
  {
    pattern:
      /\b(?<number>\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten)(?:-fold|\stimes\s(?=the\b|that\b|as\b|more\b|higher\b|larger\b|its\b))/gi,
    value: ({ number = '' }) => rounded(Number(englishNumber(number) ?? number) * 100),
  },
  { pattern: /翻了?(?:一番|番|一倍|倍)/g, value: () => 100, isChange: true },
  { pattern: /翻了?两番/g, value: () => 300, isChange: true },
  { pattern: /减半/g, value: () => -50, isChange: true },
  { pattern: /一半|半数|(?<=[过近逾超])半(?![数年月天日小个径程])/g, value: () => 50 },
  {
    pattern: new RegExp(`(?<whole>${han}{1,3})分之(?<part>${han}{1,4}(?:点[〇零一二三四五六七八九]+)?)`, 'g'),
    value: chineseFraction,
  },
  {
    pattern: new RegExp(
      `(?<![\\d一二三四五六七八九十])(?<number>[一二两三四五六七八九]|\\d)成(?:(?<more>[一二三四五六七八九半])|(?=[左以的，。、；）]|$))(?!员|立|果|本|为|功)`,
      'g',
    ),
    value: ({ number = '', more }) =>
      (chineseNumber(number) ?? 0) * 10 + (more === undefined ? 0 : more === '半' ? 5 : (chineseNumber(more) ?? 0)),
  },
  {
    pattern: new RegExp(`(?<number>\\d+(?:\\.\\d+)?|${han}{1,3})(?:多|余)?倍`, 'g'),
    value: ({ number = '' }) => rounded((chineseNumber(number) ?? Number(number)) * 100),
  },
];

function chineseFraction({ whole = '', part = '' }: Readonly<Record<string, string | undefined>>): number | undefined {
  const [integer = '', decimals = ''] = part.split('点');
  const above = Number(`${chineseNumber(integer)}.${[...decimals].map((sign) => chineseNumber(sign)).join('') || '0'}`);
  const below = chineseNumber(whole);
  return below === undefined || below === 0 ? undefined : rounded((above / below) * 100);
}

export function fractionsIn(text: string): Fraction[] {
  return rules.flatMap(({ pattern, value, isChange = false }) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: written, groups = {} }) => {
      const number = value(groups);
      return number === undefined || Number.isNaN(number)
        ? []
        : [{ start: index, end: index + written.trimEnd().length, value: number, isChange }];
    }),
  );
}
