/** What encoding a text is in that is not in the one it was read in. */
import { encodingOf } from './table-format.js';

/** Which few characters may be in: those that tables of policies are in come first. */
const likely = ['gb18030', 'big5', 'shift_jis', 'euc-kr', 'euc-jp', 'windows-1252'];

/** What is found of any text with a few characters that are no ASCII. */
const unsure = 10;

/** The encoding by the byte order mark, or by the NULs of ASCII in it; undefined where it is none of these. */
export function utf16Of(bytes: Buffer): string | undefined {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return 'utf-16le';
  if (mark === 'feff') return 'utf-16be';
  const nuls = [0, 0];
  for (const [index, byte] of bytes.subarray(0, 4_096).entries()) if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  const few = Math.max(2, Math.min(bytes.length, 4_096) / 50);
  if (odd > few && even === 0) return 'utf-16le';
  return even > few && odd === 0 ? 'utf-16be' : undefined;
}

/** Whether bytes are UTF-8 and more than ASCII: those of other encodings never have several such characters of three bytes. */
export function isUtf8(bytes: Buffer): boolean {
  const text = decoded(bytes, 'utf-8');
  return text !== undefined && (text.match(/[\u0800-\uFFFF]/g)?.length ?? 0) > 1;
}

const decoded = (bytes: Buffer, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
};

/** The encodings that bytes may be in, the most likely first; none where they are damaged UTF-8, or nothing fits. */
export async function likelyEncodings(bytes: Buffer): Promise<string[]> {
  if (isMostlyUtf8(bytes)) return [];
  const { analyse } = await import('chardet');
  const [best] = analyse(bytes);
  const encoding =
    best === undefined || best.confidence <= unsure || isDoubtful(best.name, bytes) ? undefined : encodingOf(best.name);
  return (encoding === undefined ? likely : [encoding]).filter((each) => decoded(bytes, each) !== undefined);
}

/** Letters with accents are among letters without: bytes that only come together are of an encoding of several bytes. */
const isDoubtful = (name: string, bytes: Buffer): boolean =>
  /^(windows|ISO-8859)/.test(name) && !/(?<![\x80-\xFF])[\x80-\xFF](?![\x80-\xFF])/.test(bytes.toString('latin1'));

function isMostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/[\u0800-\uFFFC]/g) > count(/\uFFFD/g);
}
