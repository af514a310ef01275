/** Lists of places, as "A, B in C province and D" or A、B和C省D市. */
import type { Mention } from '../mentions/mention.js';
import { chineseNumber, englishNumber } from '../numerals.js';
import type { Match } from './pattern.js';
import type { TypedSentence } from './typed-sentence.js';

const level = String.raw`(?:\s(?:province|provinces|municipality|city|cities|county|counties|district|districts|prefecture|prefectures|autonomous region|special administrative region|regions|region)\b)?`;
const place = String.raw`(?:the\s(?:(?:cities|city|provinces|province|counties|districts|municipalities)\sof\s)?|<Region:\d+>['’]s\s)?<Region:\d+>${level}(?:,?\s(?:in|of)\s(?:the\s)?(?:\p{Ll}+\s)?<Region:\d+>${level})?(?:\s?\([^)]*\))?`;
/** One place or a list of them. */
export const places = String.raw`(?<places>${place}(?:(?:\s?[,;]\s?(?:and\s|as well as\s)?|\s(?:and|as well as)\s)(?:to\s|in\s)?${place})*)`;
const placeHan = String.raw`(?:<Region:\d+>(?:省|市|自治区|地区)?)+`;
export const placesHan = String.raw`(?<places>${placeHan}(?:(?:、|和|与|及|以及|，)${placeHan})*)(?<etc>等)?(?<count>(?:<Amount:\d+>|[一二三四五六七八九十两\d]+个?(?:省市|地区|城市|省份|省|市|地方)))?`;

/** The places of a list, without those that only say where another lies. */
export function listedPlaces(match: Match, { typed, parts }: TypedSentence): Mention[] {
  const words = match.words('places');
  const from = typed.indexOf(words, match.start);
  return [...words.matchAll(/<Region:(\d+)>/gu)].flatMap(({ 0: token, 1: at, index }) => {
    const [before, after] = [words.slice(0, index), words.slice(index + token.length)];
    const isOuter =
      /(?<!\b(?:cities|city|provinces?|counties|districts|municipalities))\s(?:in|of)\s(?:the\s)?(?:\p{Ll}+\s)?$/u.test(before) ||
      /^['’]s\s/u.test(after) ||
      /^(?:省|市|自治区)?<Region/u.test(after);
    const part = parts[Number(at)];
    return isOuter || part?.type !== 'Mention' || from < 0 ? [] : [part.mention];
  });
}

/** How many places a text counts. */
export function countOf(match: Match): number | undefined {
  const words = match.words('count');
  const number = /^[\p{L}\d]+?(?=个|省|市|地|城|\s|$)/u.exec(words)?.[0] ?? '';
  return match.amount('count')?.value ?? englishNumber(number) ?? chineseNumber(number);
}

const ordinals = [
  'first|initial|首批|第一批',
  'second|第二批',
  'third|第三批',
  'fourth|第四批',
  'fifth|第五批',
  'sixth|第六批',
  'seventh|第七批',
  'eighth|第八批',
];

/** The batch that words speak of: "the first batch" is 1. */
export function batchIn(words: string): number | undefined {
  const found = ordinals.findIndex(
    (each) =>
      new RegExp(String.raw`\b(?:${each})\s(?:batch|group|round|tranche)\b|(?:${each})(?=\p{Script=Han}|：|<|，)`, 'u').test(
        words,
      ) && /batch|group|round|tranche|批/u.test(words),
  );
  return found < 0 ? undefined : found + 1;
}
