/** What is in quotation marks because somebody said it: no titles, and no single words. */
import type { Part } from './speech.js';

export interface Quote extends Part {
  /** It goes on in the next sentence. */
  readonly isOpen: boolean;
  /** It began in a sentence before. */
  readonly isContinued: boolean;
}

const marks = /[“”„「」"]/gu;
const opens = (mark: string, isInside: boolean): boolean => '“„「'.includes(mark) || (mark === '"' && !isInside);

/** The quoted parts of a sentence without their marks, titles and single words included. */
function quotedIn(typed: string, isInside: boolean): Quote[] {
  const quotes: Quote[] = [];
  let from = isInside ? 0 : undefined;
  let isContinued = isInside;
  for (const { 0: mark, index } of typed.matchAll(marks)) {
    if (from === undefined && opens(mark, false)) [from, isContinued] = [index + 1, false];
    else if (from !== undefined && !opens(mark, true)) {
      quotes.push({ from, to: index, isOpen: false, isContinued });
      from = undefined;
    }
  }
  if (from !== undefined) quotes.push({ from, to: typed.length, isOpen: true, isContinued });
  return quotes;
}

/** What is said in quotation marks in a sentence. `isInside`: the sentence before left a quote open. */
export function quotesIn(typed: string, isInside: boolean): Quote[] {
  return quotedIn(typed, isInside).filter((quote) => quote.isContinued || isUtterance(typed, quote));
}

/** A title has capitals, a word in scare quotes is short; what is said has a verb of speech or a colon before it, or ends like a sentence. */
function isUtterance(typed: string, { from, to }: Part): boolean {
  const words = typed.slice(from, to).trim();
  const before = typed.slice(0, from - 1);
  if (/^<\w+:\d+>$/u.test(words) || /^(?:Notice|Guidelines?|Measures|Opinions|Action|Regulations?|Law|Decision)\b/u.test(words))
    return false;
  const long = /\p{Script=Han}/u.test(words) ? words.length > 11 : words.split(/\s+/).length > 4;
  if (/[:：]\s?$/u.test(before) || (/,\s$/u.test(before) && long)) return true;
  if (isTitle(words)) return false;
  return (
    /[,.!?。！？，…]$/u.test(words) ||
    (long && /\b(?:said|says|saying|commented|wrote|told|stated|that)\s$|[说称道]$/u.test(before))
  );
}

function isTitle(words: string): boolean {
  const long = words.match(/[\p{L}]{4,}/gu) ?? [];
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word));
  return long.length > 1 && !/[,.!?]$/u.test(words) && capitals.length >= long.length * 0.8;
}

/** A sentence with what is quoted made unreadable: a verb in a quote is no verb of the sentence. Places stay. */
export function masked(typed: string, quotes: readonly Quote[]): string {
  let text = typed;
  for (const { from, to } of quotes) text = text.slice(0, from) + '▒'.repeat(to - from) + text.slice(to);
  return text;
}
