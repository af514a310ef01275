/** A text as what it names and says, each part with its place. */
import { hashOf } from '../archive.js';
import type { Locator } from '../graph/stored/record-types.js';
import { paragraphsFrom, type Paragraph } from '../paragraphs.js';
import { amountsIn, type AmountInText } from './amounts.js';
import { datesIn, type DateInText } from './dates.js';
import { mentionsIn } from './mentions.js';
import type { Lexicon } from './mentions/lexicon.js';
import type { Mention } from './mentions/mention.js';

/** What is known of a text beside its words. */
export interface TextMetadata {
  /** ISO day of publication. */
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  /** BCP 47. */
  readonly language: string;
}

export interface ReadText extends TextMetadata {
  /** Of the text as UTF-8: what an archive finds it by, and locators count in. */
  readonly sha256: string;
  readonly text: string;
  readonly paragraphs: readonly (Paragraph & Pick<Locator, 'sha256'>)[];
  readonly mentions: readonly (Mention & Pick<Locator, 'sha256'>)[];
  readonly dates: readonly (DateInText & Pick<Locator, 'sha256'>)[];
  readonly amounts: readonly (AmountInText & Pick<Locator, 'sha256'>)[];
}

/** Deterministic: the same text, metadata and names give the same result. */
export function readText(text: string, metadata: Partial<TextMetadata>, lexicon: Lexicon): ReadText {
  const characters = Array.from(text);
  const paragraphs = [...paragraphsFrom(characters, 0, { start: 0, end: characters.length })];
  return {
    ...metadata,
    language: metadata.language ?? languageOf(text),
    sha256: hashOf(text),
    text,
    paragraphs: paragraphs.map(hashed),
    mentions: mentionsIn(text, lexicon).map(hashed),
    dates: datesIn(text, { published: metadata.date }).map(hashed),
    amounts: amountsIn(text, { published: metadata.date }).map(hashed),
  };
}

const hashed = <T extends { readonly text: string }>(place: T): T & Pick<Locator, 'sha256'> => ({
  ...place,
  sha256: hashOf(place.text),
});

/** Chinese where a fifth of the letters are. */
export function languageOf(text: string): 'zh' | 'en' {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) * 5 > letters ? 'zh' : 'en';
}
