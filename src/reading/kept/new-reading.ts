/** A text as the reading that is kept of it. */
import { titleOf } from '../claims/document-title.js';
import { documentId, proposed, type ReadProgress } from '../claims/propose.js';
import type { Lexicon } from '../mentions/lexicon.js';
import type { LanguageModel } from '../language-model/asked-model.js';
import { proposalsByModel, type ModelAsking } from '../language-model/proposals-by-model.js';
import { readText, type ReadText, type TextMetadata } from '../read-text.js';
import type { NewReading } from './kept-readings.js';

export interface TextToRead extends Partial<TextMetadata> {
  readonly text: string;
  /** The id of the document, where the graph has it. */
  readonly document?: string | undefined;
}

/** What the rules read in a text. */
export const readByRules = (given: TextToRead, lexicon: Lexicon): Omit<NewReading, 'author'> =>
  proposedByRules(given, textRead(given, lexicon), lexicon);

/** The same of a text whose names, dates and amounts are read. */
export function proposedByRules(
  given: TextToRead,
  read: ReadText,
  lexicon: Lexicon,
  progress?: ReadProgress,
): Omit<NewReading, 'author'> {
  const own = said(given, read);
  return { ...own, method: 'RULES', ...proposed(read, lexicon, own.document, progress) };
}

/** What a language model reads in it. Throws a GraphError, or the reason of the signal. */
export const readByModel = (
  given: TextToRead,
  lexicon: Lexicon,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<Omit<NewReading, 'author'>> => proposedByModel(given, textRead(given, lexicon), lexicon, { model, signal });

/** The same of a text whose names, dates and amounts are read. */
export async function proposedByModel(
  given: TextToRead,
  read: ReadText,
  lexicon: Lexicon,
  asking: ModelAsking,
): Promise<Omit<NewReading, 'author'>> {
  const own = said(given, read);
  return { ...own, method: 'MODEL', ...(await proposalsByModel(read, lexicon, asking, own.document)) };
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
