/** A text as the reading that is kept of it. */
import { titleOf } from '../claims/document-title.js';
import { documentId, proposed } from '../claims/propose.js';
import type { Lexicon } from '../mentions/lexicon.js';
import type { LanguageModel } from '../language-model/asked-model.js';
import { proposalsByModel } from '../language-model/proposals-by-model.js';
import { readText, type ReadText, type TextMetadata } from '../read-text.js';
import type { NewReading } from './kept-readings.js';

export interface TextToRead extends Partial<TextMetadata> {
  readonly text: string;
  /** The id of the document, where the graph has it. */
  readonly document?: string | undefined;
}

/** What the rules read in a text. */
export function readByRules(given: TextToRead, lexicon: Lexicon): Omit<NewReading, 'author'> {
  const read = textRead(given, lexicon);
  return { ...said(given, read), method: 'RULES', ...proposed(read, lexicon, said(given, read).document) };
}

/** What a language model reads in it. Throws a GraphError, or the reason of the signal. */
export async function readByModel(
  given: TextToRead,
  lexicon: Lexicon,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<Omit<NewReading, 'author'>> {
  const read = textRead(given, lexicon);
  const own = said(given, read);
  return { ...own, method: 'MODEL', ...(await proposalsByModel(read, lexicon, model, signal, own.document)) };
}

const textRead = ({ text, document: _, ...metadata }: TextToRead, lexicon: Lexicon): ReadText =>
  readText(text, metadata, lexicon);

/** What is kept of a text, however it is read. */
function said({ text, document }: TextToRead, read: ReadText): Omit<NewReading, 'author' | 'method' | 'proposals'> {
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
  };
}
