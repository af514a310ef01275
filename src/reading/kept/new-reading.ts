/** A text as the reading that is kept of it. */
import { titleOf } from '../claims/document-title.js';
import { documentId, proposalsOf } from '../claims/propose.js';
import type { Lexicon } from '../mentions/lexicon.js';
import { readText, type TextMetadata } from '../read-text.js';
import type { NewReading } from './kept-readings.js';

export interface TextToRead extends Partial<TextMetadata> {
  readonly text: string;
  /** The id of the document, where the graph has it. */
  readonly document?: string | undefined;
}

/** What the rules read in a text. */
export function readByRules({ text, document, ...metadata }: TextToRead, lexicon: Lexicon): Omit<NewReading, 'author'> {
  const read = readText(text, metadata, lexicon);
  const { title = titleOf(text), date, url, outlet, language, sha256 } = read;
  const id = document ?? documentId(read);
  return {
    title: title ?? url ?? id,
    date,
    url,
    outlet,
    language,
    sha256,
    text,
    document: id,
    method: 'RULES',
    proposals: proposalsOf(read, lexicon, id),
  };
}
