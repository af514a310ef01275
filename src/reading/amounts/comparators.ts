/** The words around a number that say how it is meant. */
import type { comparators } from '../../model/values.js';

export type Comparator = keyof typeof comparators;

const before: readonly (readonly [string, Comparator])[] = [
  [
    String.raw`at\sleast|(?:no|not)\s(?:less|fewer|lower)\sthan|a\sminimum\sof|至少|不少于|不低于|不得(?:低|少|小)于|最少|(?<![线以网路海陆车机场])上(?=[百千万亿])`,
    'AT_LEAST',
  ],
  [
    String.raw`at\s(?:the\s)?most|up\sto|(?:no|not)\s(?:more|greater|higher)\sthan|not\sexceed(?:ing)?|a\smaximum\sof|as\s(?:much|many|high)\sas|(?:最高|最多)?不(?:得|会|应|能)?超过?|不逾|不会超过|不得(?:超过|高于|多于|大于)|至多|最多|不高于|不多于`,
    'AT_MOST',
  ],
  [
    String.raw`(?:just\s|slightly\s|well\s|far\s|a\slittle\s)?(?:over|above|more\sthan|upwards?\sof|greater\sthan|higher\sthan|in\sexcess\sof)|(?:exceed|surpass)(?:s|es|ed|ing)?|topp?(?:s|ed|ing)|超过了?|超出|超|逾|过(?=半|[二三四五六七八九]成)|多于|高于|突破了?|大于`,
    'MORE_THAN',
  ],
  [String.raw`nearly|almost|close\sto|just\s(?:under|below|shy\sof)|approach(?:es|ed|ing)|接近|将近|逼近|近|几乎`, 'NEARLY'],
  [String.raw`(?:less|fewer|lower)\sthan|under|below|不足|不到|不及|未满|低于|少于|未达|小于`, 'LESS_THAN'],
  [String.raw`about|around|approximately|approx\.|roughly|some|circa|an\sestimated|~|≈|大约|约为|约合|约|大概|估计`, 'ABOUT'],
];
const after: readonly (readonly [RegExp, Comparator])[] = [
  [/^(?:\sor\s(?:more|above|higher|over)|\sand\s(?:above|over)|及?以上)/, 'AT_LEAST'],
  [/^(?:\sor\s(?:less|fewer|under|below|lower)|及?以[下内]|之内)/, 'AT_MOST'],
  [/^(?:\sor\sso\b|左右|上下)/, 'ABOUT'],
];
const insides: Readonly<Record<string, Comparator>> = { 以上: 'AT_LEAST', 以下: 'AT_MOST', 左右: 'ABOUT' };
const leading = before.map(
  ([words, comparator]) =>
    [new RegExp(String.raw`(?:(?<![\w])|(?=\p{Script=Han}|[~≈]))(?:${words})\s?(?=.$)`, 'isu'), comparator] as const,
);

/** 不足全部出口量的四成, 超过全国的60%: what a share is of is between. */
const ofWhole: readonly (readonly [RegExp, Comparator])[] = [
  [/不(?:得|会|应|能)?(?:超过?|高于)\p{Script=Han}{1,8}的$/u, 'AT_MOST'],
  [/(?:不(?:得|应)?(?:低|少)于|至少(?:占|为|达到?)?)\p{Script=Han}{1,8}的$/u, 'AT_LEAST'],
  [/(?:超过?|高于|突破|逾(?!期))\p{Script=Han}{1,8}的$/u, 'MORE_THAN'],
  [/(?:不足|不到|不及|低于)\p{Script=Han}{1,8}的$/u, 'LESS_THAN'],
  [/(?:接近|将近|近)\p{Script=Han}{1,8}的$/u, 'NEARLY'],
  [/约占\p{Script=Han}{1,8}的$/u, 'ABOUT'],
];
const isShare = /(?:[%％]|成[一二三四五六七八九半]?|分之\p{Script=Han}+)$/u;

export interface Comparison {
  readonly comparator: Comparator;
  readonly start: number;
  readonly end: number;
}

/** How an amount is meant, with the words that say so as part of its span. */
export function comparisonAround(text: string, start: number, end: number, isExceeded: boolean): Comparison {
  const preceding = text.slice(Math.max(0, start - 30), start + 1); // with the first sign of the number
  for (const [pattern, comparator] of leading) {
    const [words] = pattern.exec(preceding) ?? [];
    if (words !== undefined) return { comparator, start: start - words.length, end };
  }
  const following = text.slice(end, end + 16);
  const [, inside] = /[家个名项种](以[上下]|左右)(?=\p{Script=Han})/u.exec(text.slice(start, end)) ?? [];
  if (inside !== undefined) return { comparator: insides[inside] ?? 'EXACT', start, end };
  const share = isShare.test(text.slice(start, end))
    ? ofWhole.find(([pattern]) => pattern.test(preceding.slice(0, -1)))
    : undefined;
  if (share !== undefined) return { comparator: share[1], start, end };
  for (const [pattern, comparator] of after) {
    const [words] = pattern.exec(following) ?? [];
    if (words !== undefined) return { comparator, start, end: end + words.length };
  }
  return { comparator: isExceeded ? 'MORE_THAN' : 'EXACT', start, end };
}
