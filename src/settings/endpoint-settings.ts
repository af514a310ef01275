/** Where a server with the API of OpenAI is, and the key that it wants. */
import { SettingsError } from './settings-error.js';

export interface EndpointSettings {
  readonly url: string;
  readonly key: string | undefined;
}

/** The settings `NAME_URL` and `NAME_KEY`; undefined without a URL. Messages never repeat the key. Throws a SettingsError. */
export function endpointSettings(name: string, url: string, key: string): EndpointSettings | undefined {
  if (key !== '' && !/^[\x21-\x7e]+$/.test(key))
    throw new SettingsError(`${name}_KEY must be a key of visible ASCII characters, without spaces around it.`);
  if (url === '') return undefined;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol) || parsed.username !== '' || parsed.password !== '')
    throw new SettingsError(
      `${name}_URL must be a URL such as http://127.0.0.1:11434/v1, without a user or password; the key belongs in ${name}_KEY.`,
    );
  parsed.pathname = parsed.pathname.replace(/(?:\/(?:chat\/completions|embeddings))?\/*$/, '');
  return { url: parsed.href, key: key || undefined };
}
