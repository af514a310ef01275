/** A text as the reading that is kept of it. */
import { documentId, proposalsOf } from '../claims/propose.js';
import type { Lexicon } from '../mentions/lexicon.js';
import { readText, type TextMetadata } from '../read-text.js';
import type { NewReading } from './kept-readings.js';

export interface TextToRead extends Partial<TextMetadata> {
  readonly text: string;
  readonly title?: string | undefined;
  /** The id of the document, where the graph has it. */
  readonly document?: string | undefined;
}

/** What the rules read in a text. */
export function readByRules({ text, title, document, ...metadata }: TextToRead, lexicon: Lexicon): Omit<NewReading, 'author'> {
  const read = readText(text, metadata, lexicon);
  const { date, url, outlet, language, sha256 } = read;
  const id = document ?? documentId(read);
  return {
    title: title ?? titleOf(text) ?? url ?? id,
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

/** In characters: a longer first line is a paragraph. */
const longestTitle = 200;

function titleOf(text: string): string | undefined {
  const [first = ''] = text.trimStart().split('\n', 1);
  const line = first.replace(/^#+\s/, '').trim();
  return line.length > longestTitle ? undefined : line;
}
