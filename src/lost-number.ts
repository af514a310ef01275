/** Numbers of JSON that a reader would change: parsers round them in silence, and 1e400 becomes no number at all. */
import { decimal } from './changesets/decimal.js';
import { endOfString } from './repeated-key.js';

interface LostNumber {
  readonly text: string;
  /** Why it cannot be kept, as the rest of a sentence. */
  readonly reason: string;
  /** Its offset in the text. */
  readonly offset: number;
}

/** Other text is left to the parser. */
const isNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/;

/** The first number of JSON text that loses digits. */
export function lostNumber(json: string): LostNumber | undefined {
  if (!/[\d.]{16}|\d[eE]/.test(json)) return undefined; // fifteen digits are always kept
  const pattern = /-?\d[\d.eE+-]*/y;
  for (let at = 0; at < json.length; at++) {
    if (json[at] === '"') at = endOfString(json, at) - 1;
    pattern.lastIndex = at;
    const [text] = pattern.exec(json) ?? [];
    if (text === undefined) continue;
    const read = decimal(text);
    if ('error' in read && isNumber.test(text)) return { text, reason: read.error, offset: at };
    at += text.length - 1;
  }
  return undefined;
}
