/** Text as runs of letters and digits: what tokens, keys and readings are made of. */
import { inSimplified } from './one-script.js';

/** Longer texts are cut. */
const longest = 2000;

/** Letters that do not come apart into a plain one and a mark. */
const letters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', đ: 'd', ł: 'l', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ð: 'd' };

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Whether a token is of a script that puts no spaces between words. */
export const isUnspaced = (token: string): boolean => unspaced.test(token);
const runs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/** Lower case, in one script, without diacritics and possessive endings: "Qīngdǎo" and "qingdao" are the same, and so are 青島 and 青岛. */
function folded(text: string, inOneScript: (text: string) => string): string {
  const cut = text.slice(0, longest);
  const plain = isAscii(cut) ? cut.toLowerCase() : inOneScript(withoutMarks(cut));
  return plain.replaceAll(/['’ʼ]s(?![\p{L}\p{N}])/gu, '');
}

const isAscii = (text: string): boolean => /^[ -~]*$/.test(text);

function withoutMarks(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
  return plain.replaceAll(/[ßøđłæœıþð]/g, (letter) => letters[letter] ?? letter);
}

/** Runs of letters and digits in lower case, without diacritics; what is written without spaces is one run. Everything else here is made of them. */
export function piecesOf(text: string, inOneScript = inSimplified): string[] {
  const pieces = folded(text, inOneScript).match(/[\p{L}\p{N}]{1,64}/gu) ?? [];
  return pieces.flatMap((piece) => (isUnspaced(piece) ? (piece.match(runs) ?? []) : [piece]));
}
