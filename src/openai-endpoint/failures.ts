/** What went wrong with a request, as the rest of a sentence that begins with "The language model". */
import type { EndpointAddress } from './endpoint.js';

/** Whether the same request may be answered later. */
export const isBusy = ({ status }: Response): boolean => status === 429 || status === 408 || status >= 500;

/** Milliseconds before the attempt after this one: twice as long each time, and not the same for all who wait. */
export const pauseBefore = (attempt: number, first: number): number => first * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);

/** Why no response came, or only a part of one. Messages of the client are left out: they may repeat headers. */
export function whyUnreached(error: unknown): string {
  const { code = 'the connection ended' } = Object((error as { cause?: unknown }).cause) as NodeJS.ErrnoException;
  return `cannot be reached (${code})`;
}

/** What a status other than 200 means; undefined for 200. */
export function failureOf(response: Response, text: string, address: EndpointAddress): string | undefined {
  const { status } = response;
  const { setting, key } = address;
  if (status === 200) return undefined;
  if (status >= 300 && status < 400) return `redirects to another address: set ${setting} to the final one`;
  const said = saidIn(text, key);
  const refused = `answered with the status ${status}${said}`;
  if (status === 401 || status === 403) return `${refused}: check ${setting.replace(/_URL$/, '_KEY')}`;
  if (status === 404) return `${refused}: check ${setting}, which should end as in …/v1, and the name of the model`;
  return refused;
}

/** Characters of the server's own message. */
const longest = 200;

/** The server's own message, on one line and without the key, which some servers repeat. */
function saidIn(text: string, key: string | undefined): string {
  const said = messageIn(text)
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
  const safe = key === undefined ? said : said.replaceAll(key, '…');
  return safe === '' ? '' : ` (${safe.slice(0, longest).replace(/[.\s]+$/, '')})`;
}

function messageIn(text: string): string {
  try {
    const { error, message } = Object(JSON.parse(text)) as { error?: unknown; message?: unknown };
    const said: unknown = (Object(error) as { message?: unknown }).message ?? error ?? message;
    return typeof said === 'string' ? said : '';
  } catch {
    return '';
  }
}
