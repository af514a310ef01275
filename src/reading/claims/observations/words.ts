/** The words around an amount of a sentence. */
import type { Mention } from '../../mentions/mention.js';
import type { Part, TypedSentence } from '../typed-sentence.js';

/** Dates and amounts as signs, names in the words of the text: what patterns for figures read. */
export interface WordsAround {
  readonly before: string;
  readonly after: string;
}

const token = /<[A-Za-z]+:(\d+)>/g;

export function wordsAround({ typed, parts }: TypedSentence, index: number): WordsAround {
  const found = [...typed.matchAll(token)].find(({ 1: at }) => Number(at) === index);
  if (found === undefined) return { before: '', after: '' };
  return {
    before: readable(typed.slice(0, found.index), parts),
    after: readable(withoutCounted(typed.slice(found.index + found[0].length), parts, index), parts),
  };
}

/** What an amount counts is a part of it, also where it is an entity. */
function withoutCounted(typed: string, parts: readonly Part[], index: number): string {
  const amount = parts[index];
  const end = amount?.type === 'Amount' ? amount.amount.end : 0;
  return typed.replace(/^\s?<[A-Za-z]+:(\d+)>/, (written, at: string) => {
    const part = parts[Number(at)];
    return part?.type === 'Mention' && part.mention.start < end ? '' : written;
  });
}

/** ⟨D⟩ for a date, ⟨A⟩ for an amount, ⟨R:刚铎⟩ for a place that no space or possessive sets apart. */
const readable = (typed: string, parts: readonly Part[]): string =>
  typed.replaceAll(token, (_, at: string) => {
    const part = parts[Number(at)];
    if (part?.type === 'Mention') return nameOf(part.mention);
    return part?.type === 'Date' ? '⟨D⟩' : '⟨A⟩';
  });

const nameOf = ({ label, text }: Mention): string => (label === 'Region' && /\p{Script=Han}/u.test(text) ? `⟨R:${text}⟩` : text);
