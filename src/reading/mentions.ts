/** The entities that a text names. */
import { withPlaces } from './mentions/chinese/placed.js';
import { withShortForms } from './mentions/short-forms.js';
import { choose } from './mentions/choose.js';
import { isProper } from './mentions/case.js';
import { initialsIn } from './mentions/initials.js';
import { introducedIn } from './mentions/introduced.js';
import { withForeign } from './mentions/foreign.js';
import { onLevel } from './mentions/levels.js';
import { localBodiesIn } from './mentions/local-bodies.js';
import type { Lexicon } from './mentions/lexicon.js';
import { inOrder, withoutOverlaps, type Found, type Mention } from './mentions/mention.js';
import { namedIn } from './mentions/named.js';
import { referencesIn } from './mentions/references.js';
import { stateBodiesIn } from './mentions/state-bodies.js';
import { unknownIn } from './mentions/unknown.js';
import { codePointPositions } from './positions.js';
import { wordsIn } from './mentions/words.js';

/** The mentions of a text in order, none over another. The same text and names always give the same mentions. */
export function mentionsIn(text: string, lexicon: Lexicon): Mention[] {
  const words = wordsIn(text);
  const all = namedIn(text, words, lexicon).map((found) => onLevel(text, found));
  const { phrases: unknown, single } = unknownIn(text);
  const placed = withPlaces(text, withBodies(unknown, stateBodiesIn(text, words, all)), all, lexicon);
  const phrases = withShortForms(placed, lexicon);
  const named = withForeign(text, choose(text, withoutParts(all, phrases), lexicon), all, lexicon);
  const own = merged(named, phrases);
  const full = merged(localBodiesIn(text, own, lexicon), own);
  const introduced = merged(withoutBeginnings(introducedIn(text, words, full), full), full);
  const shortened = merged(introduced, initialsIn(text, introduced));
  const referred = merged(shortened, referencesIn(text, words, shortened, lexicon));
  const position = codePointPositions(text);
  return merged(referred, single).map((found) => mentionOf(found, position));
}

/** All of the first, and of the others what is free. */
const merged = (first: readonly Found[], others: readonly Found[]): Found[] =>
  inOrder([...first, ...withoutOverlaps(others, first)]);

/** Short forms without those that a longer name begins with: the AU of "AU Commission". */
function withoutBeginnings(short: readonly Found[], full: readonly Found[]): Found[] {
  const longer = new Map(full.map((each) => [each.start, each]));
  return short.filter(({ start, text }) => {
    const other = longer.get(start);
    return other?.how !== 'NEW' || !/^ \p{Lu}/u.test(other.text.slice(text.length));
  });
}

/** A body goes before other readings of its place, but not before a longer name: one that it is in, or in Chinese one that it begins. */
function withBodies(unknown: readonly Found[], bodies: readonly Found[]): Found[] {
  let next = 0;
  const free = bodies.filter((body) => {
    while ((unknown[next]?.end ?? Infinity) <= body.start) next++;
    return !isLonger(unknown[next], body);
  });
  return merged(free, unknown);
}

const isLonger = (other: Found | undefined, { start, end, text, newName = text }: Found): boolean =>
  other !== undefined &&
  other.start <= start &&
  end <= other.end &&
  other.text.length > text.length &&
  (other.start === start || !isHan(text) || other.text.startsWith(newName));

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Names without those that are part of a longer proper name: "Beijing" of "Beijing Daily", "Asia" of "Radio Free Asia". */
function withoutParts(named: readonly Found[], phrases: readonly Found[]): Found[] {
  const ends = chineseEnds(named);
  const longer = inOrder(phrases.filter(({ confidence, end }) => confidence >= 0.5 && !ends.has(end)));
  let next = 0;
  return named.filter((each) => {
    while ((longer[next]?.end ?? Infinity) <= each.start) next++;
    const other = longer[next];
    return other === undefined || !isPartOf(each, other);
  });
}

/** "Notice on …", "China Center for …": one name, whatever follows. */
const isNameOf =
  /^(?:Notice\b|(?:\p{Lu}\S* )*(?:Center|Centre|Institute|Association|Council|Commission|Bank|Agency|Fund|Society|Academy|Foundation|Chamber|Forum|Conference|Summit) (?:for|on)\s)/u;

function isPartOf(each: Found, other: Found): boolean {
  if (each.start < other.start || each.end > other.end || other.text.length <= each.text.length) return false;
  if (!each.entries.some(isProper)) return true;
  const after = other.text.slice(each.end - other.start);
  if (/\s(?:and|in|on|for)\s/u.test(other.text) && !isNameOf.test(other.text)) return false;
  return each.start > other.start || /^(?:\s\p{Lu}|[—–（-]?\p{Script=Han})/u.test(after);
}

/** The ends of long Chinese names: what is before 魔杖市场集团 in 零售商魔杖市场集团 is seldom a part of it. */
const chineseEnds = (named: readonly Found[]): ReadonlySet<number> =>
  new Set(named.filter(({ text }) => /^\p{Script=Han}{4,}$/u.test(text)).map(({ end }) => end));

function mentionOf({ entries: _entries, ...found }: Found, position: (unit: number) => number): Mention {
  return { ...found, start: position(found.start), end: position(found.end) };
}
