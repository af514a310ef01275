/** How likely a token that an entity has makes it what is asked for: the same sum on both engines, so that both look at the same entities where there are too many. */
import { editDistance } from './edit-distance.js';
import { isPair, isReading } from './pinyin-tokens.js';
import type { SearchTerm } from './tokens.js';

/** What each letter of a question's token counts for, by how the stored token fits it. Whole numbers: their sum is the same in any order. */
const worth = { exact: 300, start: 70, oneEdit: 50, twoEdits: 25, description: 50 };

/** Pinyin counts for so many times less than words: it is like many of them. */
const pinyinDivisor = 3;

/** More than all the rest together, so that a whole name or code comes first. */
const whole = 1e9;

/** Whether a token is a whole name or a whole code. */
export const isWhole = (token: string): boolean => token.startsWith('=') || token.startsWith('#');

/** What a token of an entity's names counts for; 0 where it does not fit. */
export function nameWorth({ text, edits, prefix }: SearchTerm, token: string): number {
  if (isWhole(text) || isWhole(token)) return token === text ? whole : 0;
  if (isReading(text) !== isReading(token) || isPair(text) !== isPair(token)) return 0;
  const full = wordWorth({ text, edits, prefix }, token);
  return isReading(text) || isPair(text) ? Math.floor(full / pinyinDivisor) : full;
}

function wordWorth({ text, edits, prefix }: SearchTerm, token: string): number {
  if (token === text) return worth.exact * text.length;
  if (prefix && token.startsWith(text)) return Math.round((worth.start * text.length * text.length) / token.length);
  return edits === 0 ? 0 : text.length * letterWorth(text, token, edits);
}

/** A swap beside another error is too many: the tree of words of the embedded engine would be asked for every swap there can be. */
function letterWorth(text: string, token: string, edits: number): number {
  const distance = editDistance(text, token, edits, 'two');
  if (distance === 1 || editDistance(text, token, 1) === 1) return worth.oneEdit;
  return distance <= edits ? worth.twoEdits : 0;
}

/** What a token of an entity's description counts for; 0 where it does not fit. */
export const descriptionWorth = ({ text }: SearchTerm, token: string): number =>
  token === text ? worth.description * text.length : 0;

/** Decides between entities of equal worth: a number made of the id, since to compare the ids of 50,000 would take 5 ms. */
export function drawOf(id: string): number {
  let draw = 0;
  for (let at = 0; at < id.length; at++) draw = (Math.imul(draw, 31) + id.charCodeAt(at)) & 0x3f_ff_ff_ff;
  return draw;
}
