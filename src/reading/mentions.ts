/** The entities that a text names. */
import { choose } from './mentions/choose.js';
import { isProper } from './mentions/case.js';
import { introducedIn } from './mentions/introduced.js';
import type { Lexicon } from './mentions/lexicon.js';
import { inOrder, withoutOverlaps, type Found, type Mention } from './mentions/mention.js';
import { namedIn } from './mentions/named.js';
import { referencesIn } from './mentions/references.js';
import { unknownIn } from './mentions/unknown.js';
import { wordsIn } from './mentions/words.js';

/** The mentions of a text in order, none over another. The same text and names always give the same mentions. */
export function mentionsIn(text: string, lexicon: Lexicon): Mention[] {
  const words = wordsIn(text);
  const { phrases, single } = unknownIn(text);
  const named = choose(text, withoutParts(namedIn(text, words, lexicon), phrases), lexicon);
  const full = merged(named, phrases);
  const shortened = merged(introducedIn(text, words, full), full);
  const referred = merged(shortened, referencesIn(text, words, shortened, lexicon));
  const position = codePoints(text);
  return merged(referred, single).map((found) => mentionOf(found, position));
}

/** All of the first, and of the others what is free. */
const merged = (first: readonly Found[], others: readonly Found[]): Found[] =>
  inOrder([...first, ...withoutOverlaps(others, first)]);

/** Names without those that are part of a longer proper name: "Beijing" of "Beijing Daily", "Asia" of "Radio Free Asia". */
function withoutParts(named: readonly Found[], phrases: readonly Found[]): Found[] {
  const longer = inOrder(phrases.filter(({ confidence }) => confidence >= 0.5));
  let next = 0;
  return named.filter((each) => {
    while ((longer[next]?.end ?? Infinity) <= each.start) next++;
    const other = longer[next];
    return other === undefined || !isPartOf(each, other);
  });
}

function isPartOf(each: Found, other: Found): boolean {
  if (each.start < other.start || each.end > other.end || other.text.length <= each.text.length) return false;
  if (!each.entries.some(isProper)) return true;
  const after = other.text.slice(each.end - other.start);
  if (/\s(?:and|in|on|for)\s/u.test(other.text) && !other.text.startsWith('Notice')) return false;
  return each.start > other.start || /^(?:\s\p{Lu}|\p{Script=Han})/u.test(after);
}

function mentionOf({ entries: _entries, ...found }: Found, position: (unit: number) => number): Mention {
  return { ...found, start: position(found.start), end: position(found.end) };
}

/** From UTF-16 units to code points. */
function codePoints(text: string): (unit: number) => number {
  const wide = [...text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)].map(({ index }) => index);
  if (wide.length === 0) return (unit) => unit;
  return (unit) => {
    let [low, high] = [0, wide.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((wide[middle] as number) < unit) low = middle + 1;
      else high = middle;
    }
    return unit - low;
  };
}
