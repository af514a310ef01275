/** Patterns over typed sentences. */
import type { AmountInText } from '../amounts.js';
import type { DateInText } from '../dates.js';
import type { Mention } from '../mentions/mention.js';
import type { Part, TypedSentence } from './typed-sentence.js';

/** A token of one of these types, as the group with a name: `one('policy', 'Policy', 'Program')`. */
export const one = (group: string, ...types: readonly string[]): string => `(?<${group}><(?:${types.join('|')}):\\d+>)`;

const comma = String.raw`(?:,|，|、|;)`;
/** Each space has one place in it: with two, a list of n members would be tried in 2ⁿ ways. */
const and = String.raw`(?:\s?(?:${comma}\s?)?(?:and|or|as well as|和|与|及|以及|或)\s?|\s?${comma}\s?)`;

/** One token or a list of them, as "A, B and C" or A、B和C. */
export const listOf = (group: string, ...types: readonly string[]): string => {
  const token = `(?:the\\s)?<(?:${types.join('|')}):\\d+>(?:\\s\\([^)]*\\))?`;
  return `(?<${group}>${token}(?:${and}${token})*)`;
};

export interface Match {
  /** The parts of a group, in order. */
  readonly parts: (group: string) => readonly Part[];
  readonly mentions: (group: string) => readonly Mention[];
  readonly mention: (group: string) => Mention | undefined;
  readonly date: (group: string) => DateInText | undefined;
  readonly amount: (group: string) => AmountInText | undefined;
  /** The words of a group, tokens included; empty where it has none. */
  readonly words: (group: string) => string;
  /** Where it begins and ends in `typed`. */
  readonly start: number;
  readonly end: number;
}

/** All matches of a pattern in a sentence. The pattern has the flags g and u. */
export function matchesOf(pattern: RegExp, { typed, parts }: Pick<TypedSentence, 'typed' | 'parts'>): Match[] {
  if (!matches(pattern, typed)) return [];
  return [...typed.matchAll(pattern)].map(({ 0: whole, index, groups = {} }) => {
    const words = (group: string) => groups[group] ?? '';
    const partsOf = (group: string) =>
      [...withoutBrackets(words(group)).matchAll(/<[A-Za-z]+:(\d+)>/g)].flatMap(({ 1: at }) => parts[Number(at)] ?? []);
    const mentions = (group: string) => partsOf(group).flatMap((part) => (part.type === 'Mention' ? [part.mention] : []));
    return {
      parts: partsOf,
      mentions,
      mention: (group) => mentions(group)[0],
      date: (group) => partsOf(group).flatMap((part) => (part.type === 'Date' ? [part.date] : []))[0],
      amount: (group) => partsOf(group).flatMap((part) => (part.type === 'Amount' ? [part.amount] : []))[0],
      words,
      start: index,
      end: index + whole.length,
    };
  });
}

/** Most patterns match nothing in most sentences: `matchAll` alone would copy each pattern for each. */
function matches(pattern: RegExp, typed: string): boolean {
  pattern.lastIndex = 0;
  const found = pattern.test(typed);
  pattern.lastIndex = 0;
  return found;
}

/** What is in brackets behind a token of a list is no member of it. */
const withoutBrackets = (words: string): string => (words.startsWith('(') ? words : words.replaceAll(/\s\([^)]*\)/gu, ''));

/** Typed words in the words of the text. */
export const plainWords = (typed: string, { parts }: Pick<TypedSentence, 'parts'>): string =>
  typed.replaceAll(/<[A-Za-z]+:(\d+)>/g, (_, at: string) => {
    const part = parts[Number(at)];
    if (part === undefined) return '';
    if (part.type === 'Amount') return ownWords(part.amount, parts[Number(at) + 1]);
    return part.type === 'Mention' ? part.mention.text : part.date.text;
  });

/** Of "15,000 used cars" the number, where used cars are a part of their own. */
function ownWords({ text, start, end }: AmountInText, next: Part | undefined): string {
  const from = next?.type === 'Mention' && next.mention.start < end ? next.mention.start - start : undefined;
  return from === undefined ? text : Array.from(text).slice(0, from).join('').trimEnd();
}
