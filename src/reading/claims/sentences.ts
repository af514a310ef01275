/** The sentences of a text that rules read. */
import type { Lexicon } from '../mentions/lexicon.js';
import type { Mention } from '../mentions/mention.js';
import type { ReadText } from '../read-text.js';
import { NamedBefore } from './references.js';
import { SameActs } from './same-acts.js';
import { namedAlone } from './known.js';
import { bracketsAfter } from './brackets.js';
import { creditedIn } from './sources.js';
import { typedSentences, type TypedSentence } from './typed-sentence.js';
import { unnamedIn } from './unnamed.js';

/** Typed by what the text names, and by what it speaks of without a name. */
export function sentencesToRead(reading: ReadText, lexicon: Lexicon): TypedSentence[] {
  const characters = Array.from(reading.text);
  const known = { ...reading, mentions: reading.mentions.map((mention) => byOtherName(mention, characters, lexicon)) };
  const [named, acts] = [new NamedBefore(), new SameActs()];
  const more = typedSentences(reading.text, known).flatMap((sentence) => {
    const own = sentence.parts.flatMap((part) => (part.type === 'Mention' ? [part.mention] : []));
    const acted = unnamedIn(sentence, reading.date, lexicon).map((mention) => inGraph(acts.named(mention, sentence), lexicon));
    const unnamed = [...acted, ...creditedIn(sentence)];
    const references = named.read(sentence).filter((each) => !unnamed.some((other) => overlaps(each, other)));
    named.remember(inOrder([...own, ...unnamed, ...references]), sentence.start);
    return [...unnamed, ...references];
  });
  return typedSentences(reading.text, { ...known, mentions: [...known.mentions, ...more] });
}

/** What the graph already has under the name that we made. */
function inGraph(mention: Mention, lexicon: Lexicon): Mention {
  const found = [mention.newName, withoutYear(mention.newName)].flatMap((name) => namedAlone(name ?? '', { lexicon }) ?? [])[0];
  return found?.label === mention.label ? { ...mention, how: 'REFERENCE', entity: found.entity, newName: undefined } : mention;
}

const withoutYear = (name: string | undefined): string | undefined => name?.replace(/\s\(\d{4}\)$/u, '');

/** A name that the graph does not have, beside one of the same act that it has: “Plan” (“方案”). */
function byOtherName(mention: Mention, characters: readonly string[], lexicon: Lexicon): Mention {
  if (mention.how !== 'NEW' || mention.label !== 'Policy') return mention;
  const [found] = bracketsAfter(characters, mention.end).flatMap((name) => namedAlone(name, { lexicon }) ?? []);
  if (found?.label !== 'Policy') return mention;
  return {
    ...mention,
    how: 'NAME',
    entity: found.entity,
    newName: undefined,
    confidence: found.confidence,
    reason: found.reason,
  };
}

const inOrder = (mentions: readonly Mention[]): Mention[] => mentions.toSorted((a, b) => a.start - b.start);
const overlaps = (a: Mention, b: Mention): boolean => a.start < b.end && b.start < a.end;
