/** Who says what in a text. */
import type { Mention } from '../../mentions/mention.js';
import { placeInText, type TypedSentence } from '../typed-sentence.js';

/** A part of a sentence, as places of its `typed`, end exclusive. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** What a sentence reports that somebody said. */
export interface Speech {
  readonly sentence: TypedSentence;
  readonly speakers: readonly Mention[];
  /** What was said, without the words around it. */
  readonly said: readonly Part[];
  /** The words that say who speaks, where and when. */
  readonly frame: Part;
  /** "said", 表示. */
  readonly verb: string;
  /** How what was said begins where the verb is a part of it: "Promises to". */
  readonly opening?: string | undefined;
  readonly confidence: number;
  /** The sentence itself does not say that it is reported: the one before it does, or whose turn it is. */
  readonly isInferred?: boolean | undefined;
}

/** A speech whose speaker may be a pronoun, or named in another sentence. */
export interface Frame extends Omit<Speech, 'speakers' | 'sentence'> {
  readonly speakers: readonly Mention[];
  /** Who speaks where the sentence does not name them. */
  readonly pronoun?: 'PERSON' | 'BODY' | 'LAST' | undefined;
  /** What the same speaker said before in the sentence ends here. */
  readonly isContinuation?: boolean | undefined;
}

/** Whether a place of a sentence is in what was said. */
export const isSaid = ({ said }: Pick<Speech, 'said'>, from: number, to = from + 1): boolean =>
  said.some((part) => part.from <= from && to <= part.to);

/** The passage of a part, in code points of the text. */
export function passageOf(sentence: TypedSentence, { from, to }: Part): { readonly start: number; readonly end: number } {
  return { start: placeInText(sentence, from), end: placeInText(sentence, to) };
}

/** The words of a part without the space and marks around them. */
export function trimmed(typed: string, { from, to }: Part): Part {
  const words = typed.slice(from, to);
  const start = from + (words.length - words.replace(/^[\s,;:，：；、“”"—-]+/u, '').length);
  const end = to - (words.length - words.replace(/[\s,;:，；、“”"—-]+$/u, '').length);
  return { from: Math.min(start, end), to: Math.max(start, end) };
}

/** The mentions of a sentence that lie in a part, in order. */
export function mentionsIn({ typed, parts }: Pick<TypedSentence, 'typed' | 'parts'>, { from, to }: Part): Mention[] {
  return [...typed.slice(from, to).matchAll(/<[A-Za-z]+:(\d+)>/g)].flatMap(({ 1: at }) => {
    const part = parts[Number(at)];
    return part?.type === 'Mention' ? [part.mention] : [];
  });
}
