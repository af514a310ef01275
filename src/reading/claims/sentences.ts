/** The sentences of a text that rules read. */
import type { Mention } from '../mentions/mention.js';
import type { ReadText } from '../read-text.js';
import { NamedBefore } from './references.js';
import { creditedIn } from './sources.js';
import { typedSentences, type TypedSentence } from './typed-sentence.js';
import { unnamedIn } from './unnamed.js';

/** Typed by what the text names, and by what it speaks of without a name. */
export function sentencesToRead(reading: ReadText): TypedSentence[] {
  const named = new NamedBefore();
  const more = typedSentences(reading.text, reading).flatMap((sentence) => {
    const own = sentence.parts.flatMap((part) => (part.type === 'Mention' ? [part.mention] : []));
    const unnamed = [...unnamedIn(sentence, reading.date), ...creditedIn(sentence)];
    const references = named.read(sentence).filter((each) => !unnamed.some((other) => overlaps(each, other)));
    named.remember(inOrder([...own, ...unnamed, ...references]), sentence.start);
    return [...unnamed, ...references];
  });
  return typedSentences(reading.text, { ...reading, mentions: [...reading.mentions, ...more] });
}

const inOrder = (mentions: readonly Mention[]): Mention[] => mentions.toSorted((a, b) => a.start - b.start);
const overlaps = (a: Mention, b: Mention): boolean => a.start < b.end && b.start < a.end;
