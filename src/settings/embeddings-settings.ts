import { SettingsError } from './settings-error.js';

/** The model that search by meaning uses, and where. */
export interface EmbeddingsSettings {
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
  /** What the model wants before each question, and before each text of the graph. */
  readonly prefixes: { readonly query: string; readonly text: string };
}

type Part = 'URL' | 'MODEL' | 'KEY' | 'QUERY_PREFIX' | 'TEXT_PREFIX';
type Name = `POLICYGRAPH_EMBEDDINGS_${Part}`;

/** Undefined without a URL. Throws a SettingsError. */
export function embeddingsSettings(value: (name: Name) => string): EmbeddingsSettings | undefined {
  const url = value('POLICYGRAPH_EMBEDDINGS_URL');
  const model = value('POLICYGRAPH_EMBEDDINGS_MODEL');
  const key = value('POLICYGRAPH_EMBEDDINGS_KEY') || undefined;
  const prefixes = {
    query: value('POLICYGRAPH_EMBEDDINGS_QUERY_PREFIX'),
    text: value('POLICYGRAPH_EMBEDDINGS_TEXT_PREFIX'),
  };
  if ([url, model, key ?? '', prefixes.query, prefixes.text].every((each) => each === '')) return undefined;
  if (url === '' || model === '')
    throw new SettingsError('POLICYGRAPH_EMBEDDINGS_URL and POLICYGRAPH_EMBEDDINGS_MODEL go together: set both or neither.');
  if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''))
    throw new SettingsError(`POLICYGRAPH_EMBEDDINGS_URL must be a URL such as http://127.0.0.1:11434/v1, not "${url}".`);
  return { url, model, key, prefixes };
}
