/** What a number counts: the unit that is written after it or before it. */
import type { Span } from '../../sentences.js';
import { chineseUnits, currencySigns, englishUnits } from './unit-words.js';

export interface UnitInText {
  readonly unit: string | undefined;
  readonly start: number;
  readonly end: number;
}

type Words = readonly (readonly [unit: string, pattern: RegExp])[];

/** The unit whose words are the longest. */
function longestMatch(words: Words, text: string): readonly [unit: string, length: number] | undefined {
  let best: readonly [string, number] | undefined;
  for (const [unit, pattern] of words) {
    const length = pattern.exec(text)?.[0].length ?? 0;
    if (length > (best?.[1] ?? 0)) best = [unit, length];
  }
  return best;
}

/** The unit of a number in a span, and the span with the unit. */
export function unitAround(text: string, start: number, end: number): UnitInText {
  const sign = longestMatch(currencySigns, text.slice(Math.max(0, start - 5), start));
  const following = text.slice(end, end + 80);
  const after =
    percentSign(following) ??
    longestMatch(englishUnits, following) ??
    countedBefore(following) ??
    longestMatch(chineseUnits, following);
  const unit = sign?.[0] ?? after?.[0];
  const last = end + (sign === undefined || after?.[0] === sign[0] ? (after?.[1] ?? 0) : 0);
  const span = { start: start - (sign?.[1] ?? 0), end: last };
  if (unit === undefined) return counted(following, span) ?? ratedOf(text, span);
  return perUnit(text, { unit, ...span });
}

const percentSign = (text: string): readonly [string, number] | undefined => {
  const [sign] = /^\s?[%％]/.exec(text) ?? [];
  return sign === undefined ? undefined : ['%', sign.length];
};

/** "10家以上企业": what is counted follows the words that compare. */
function countedBefore(text: string): readonly [string, number] | undefined {
  const [all, measure = ''] = /^\s?([家个名项种])(以[上下]|左右)的?/u.exec(text) ?? [];
  if (all === undefined) return undefined;
  const noun = longestMatch(chineseUnits, measure + text.slice(all.length));
  return noun === undefined || noun[1] === measure.length ? undefined : [noun[0], noun[1] + all.length - measure.length];
}

/** "USD/kg": by how much of what a rate is. */
function perUnit(text: string, { unit, start, end }: UnitInText): UnitInText {
  const following = text.slice(end, end + 40);
  const [per] =
    /^(?:\s?\/\s?|\s(?:per|an?|each)\s)(?=[\p{L}])(?!(?:year|month|week|day|decade)s?\s(?:ago|earlier|before))/u.exec(
      following,
    ) ?? [];
  const of =
    per === undefined
      ? undefined
      : (longestMatch(englishUnits, following.slice(per.length)) ?? longestMatch(chineseUnits, following.slice(per.length)));
  if (of !== undefined && /[a-zA-Z\p{Script=Han}/]/u.test(per ?? ''))
    return { unit: `${unit}/${of[0]}`, start, end: end + (per?.length ?? 0) + of[1] };
  const [noun] = (/^\sper\s$/.test(per ?? '') && /^\p{Ll}{3,}/u.exec(following.slice(per?.length ?? 0))) || [];
  if (noun !== undefined) return { unit: `${unit}/{${noun}}`, start, end: end + (per?.length ?? 0) + noun.length };
  const [each] =
    /每(?:吨|公斤|千克|克|桶|平方米|立方米|千瓦时|亩|公顷|升|辆|年|月|天|人)$/.exec(text.slice(Math.max(0, start - 5), start)) ??
    [];
  const base = each === undefined ? undefined : longestMatch(chineseUnits, each.slice(1).replace(/^月$/, '个月'));
  return base === undefined ? { unit, start, end } : { unit: `${unit}/${base[0]}`, start: start - (each?.length ?? 0), end };
}

const stop =
  'of|in|to|and|from|the|for|at|by|on|with|was|were|is|are|has|have|had|that|which|or|per|as|than|a|an|this|its|it|but|while|who|into|over|last|will|would|can|could|up|down|out|after|before|since|during|under|between|about|because|if|when|not|also|more|less|times?';
const plural = '(?:[A-Za-z-]*[a-z]{2}s|children|staff|women|men)';
const notPlural =
  '(?:was|is|has|its|this|as|versus|across|plus|less|previous|various|serious|consecutive|overseas|business|ones|[a-z-]*-olds)';
const nounPhrase = new RegExp(
  String.raw`^\s((?:(?!(?:${stop})\b)[\p{L}-]+\s){0,3}?)(?!(?:${stop}|${notPlural})\b)(${plural})(?![\w-])(?:\sper\s(month|year|day|week|hour))?`,
  'u',
);

/** "10 pilot cities": what is counted, by the noun, as an annotation of UCUM. */
function counted(following: string, { start, end }: Span): UnitInText | undefined {
  const [phrase, , noun, rate] = nounPhrase.exec(following) ?? [];
  if (phrase === undefined || noun === undefined) return undefined;
  const unit = unitOf(noun);
  const per = rate === undefined ? undefined : longestMatch(englishUnits, ` ${rate}`)?.[0];
  return { unit: per === undefined ? unit : `${unit}/${per}`, start, end: end + phrase.length };
}

/** "Its number of users reached 15.5 million", "grew by 2 million per month": what the sentence has named before. */
function ratedOf(text: string, { start, end }: Span): UnitInText {
  const noun = nounBefore(text, start);
  const [phrase, period] = /^\sper\s(month|year|day|week|hour)\b/.exec(text.slice(end)) ?? [];
  const unit = noun === undefined ? undefined : unitOf(noun);
  if (phrase === undefined || period === undefined) return { unit, start, end };
  return { unit: `${unit ?? '1'}/${unitOf(period)}`, start, end: end + phrase.length };
}

function nounBefore(text: string, start: number): string | undefined {
  const sentence =
    text
      .slice(Math.max(0, start - 250), start)
      .split(/[.!?。]\s/)
      .at(-1) ?? '';
  return [...sentence.matchAll(/\bnumber\sof\s(?:[a-z-]+\s)??([a-z]+s)\b/gi)].at(-1)?.[1];
}

const unitOf = (noun: string): string => longestMatch(englishUnits, ` ${noun}`)?.[0] ?? `{${singular(noun.toLowerCase())}}`;

const irregular = new Map(
  Object.entries({
    children: 'child',
    women: 'woman',
    men: 'man',
    staff: 'staff',
    businesses: 'business',
    vehicles: 'vehicle',
    series: 'series',
    species: 'species',
  }),
);

function singular(noun: string): string {
  const known = irregular.get(noun);
  if (known !== undefined) return known;
  if (/[^aeiou]ies$/.test(noun)) return `${noun.slice(0, -3)}y`;
  return /(?:ss|x|ch|sh)es$/.test(noun) ? noun.slice(0, -2) : noun.slice(0, -1);
}
