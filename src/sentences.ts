import { endsInAbbreviation } from './abbreviations.js';
import { limits } from './limits.js';

/** A stretch of a text, in code points, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Sentence extends Span {
  readonly text: string;
  /** It is too long, and goes on in the next one. */
  readonly goesOn?: true;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a text, without the space around them. No sentence goes over the end of a line; what has no letter is none. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let position = 0;
  for (const line of text.split(/(?<=\n)/)) {
    for (const segment of segmentsOf(line)) {
      const trimmed = segment.trim();
      const start = position + lengthOf(segment) - lengthOf(segment.trimStart());
      if (/\p{L}/u.test(trimmed)) sentences.push(...short({ start, end: start + lengthOf(trimmed), text: trimmed }));
      position += lengthOf(segment);
    }
  }
  return sentences;
}

/** What opens a quote or title, which Unicode's rules leave at the end of the sentence before it. */
const opening = /[《〈“‘（「『【〔([]{1,4}$/u;

/** Segments of Unicode's rules, those that end in an abbreviation with the next. */
function segmentsOf(line: string): string[] {
  const segments: string[][] = [];
  let carried = '';
  for (const { segment } of segmenter.segment(line)) {
    const whole = carried + segment;
    carried = opening.exec(whole.slice(-4))?.[0] ?? '';
    const own = whole.slice(0, whole.length - carried.length);
    const last = segments.at(-1);
    if (last !== undefined && endsInAbbreviation(last.at(-1) ?? '', own)) last.push(own);
    else segments.push([own]);
  }
  return [...segments.map((parts) => parts.join('')), carried];
}

const most = limits.reading.sentence.value;

/** A sentence that is too long as several, each as long as may be: no other has more words than patterns are tried on at once. */
function short(sentence: Sentence): Sentence[] {
  if (sentence.end - sentence.start <= most) return [sentence];
  const characters = Array.from(sentence.text);
  const places = [0];
  for (let from = 0; characters.length - from > most; places.push(from)) from = placeToCut(characters, from);
  return cutAt(sentence, characters, places.slice(1));
}

/** After the last space or comma among the characters that a sentence may have. */
function placeToCut(characters: readonly string[], from: number): number {
  const last = characters.slice(from + most / 2, from + most).findLastIndex((character) => /[\s,，、;；]/u.test(character));
  return from + (last === -1 ? most : most / 2 + last + 1);
}

/** A sentence cut before some of its characters. */
export function cutAt({ start }: Sentence, characters: readonly string[], places: readonly number[]): Sentence[] {
  return [0, ...places].flatMap((from, index) => {
    const whole = characters.slice(from, places[index]).join('');
    const text = whole.trim();
    const first = start + from + lengthOf(whole) - lengthOf(whole.trimStart());
    const goesOn = index < places.length ? ({ goesOn: true } as const) : {};
    return text === '' ? [] : [{ start: first, end: first + lengthOf(text), text, ...goesOn }];
  });
}

export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

const lengthOf = (text: string): number => Array.from(text).length;
