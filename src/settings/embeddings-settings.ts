import { SettingsError } from './settings-error.js';

/** The model that search by meaning uses, and where. */
export interface EmbeddingsSettings {
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
}

type Name = 'POLICYGRAPH_EMBEDDINGS_URL' | 'POLICYGRAPH_EMBEDDINGS_MODEL' | 'POLICYGRAPH_EMBEDDINGS_KEY';

/** Undefined without a URL. Throws a SettingsError. */
export function embeddingsSettings(value: (name: Name) => string): EmbeddingsSettings | undefined {
  const url = value('POLICYGRAPH_EMBEDDINGS_URL');
  const model = value('POLICYGRAPH_EMBEDDINGS_MODEL');
  const key = value('POLICYGRAPH_EMBEDDINGS_KEY') || undefined;
  if (url === '' && model === '' && key === undefined) return undefined;
  if (url === '' || model === '')
    throw new SettingsError('POLICYGRAPH_EMBEDDINGS_URL and POLICYGRAPH_EMBEDDINGS_MODEL go together: set both or neither.');
  if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''))
    throw new SettingsError(`POLICYGRAPH_EMBEDDINGS_URL must be a URL such as http://127.0.0.1:11434/v1, not "${url}".`);
  return { url, model, key };
}
