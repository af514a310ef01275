/** How well the pinyin of a name fits a question: below what fits by its letters in the same way, from which it differs by one more step. */
import { editDistance } from './edit-distance.js';
import { editsInPinyin, initialsOf, pairsOf } from './pinyin-tokens.js';
import { letters, readingOf, type PinyinQuestion, type Reading } from './pinyin.js';

/** What each way of matching is worth; `part` is added in proportion to how much of the reading the question is. */
const worth = {
  whole: 0.9,
  syllable: 0.6,
  start: 0.54,
  inside: 0.5,
  initials: 0.48,
  errors: 0.4,
  errorsPart: 0.12,
  initialsStart: 0.36,
  some: 0.34,
  part: 0.14,
};

/** The least letters of a question that begin a reading, and that begin its first letters. */
const leastLetters = { start: 3, initials: 4 };

/** The least share of a question's pairs of syllables that a reading must have. */
const leastShare = 0.7;

/** From 0 to 1; 0 where it cannot be more than `least`. */
export function pinyinScore(question: PinyinQuestion, name: string, least: number): number {
  const reading = least >= worth.whole ? undefined : readingOf(name);
  return reading === undefined ? 0 : scoreOf(question, reading);
}

function scoreOf(question: PinyinQuestion, reading: Reading): number {
  const whole = letters(reading);
  const { length } = question.letters;
  if (whole === question.letters) return reading.length > 1 ? worth.whole : worth.syllable;
  const part = worth.part * Math.min(1, length / whole.length);
  if (length >= leastLetters.start && whole.startsWith(question.letters)) return worth.start + part;
  if (isInside(question, reading, whole)) return worth.inside + part;
  return Math.max(
    byInitials(question.letters, initialsOf(reading)),
    withErrors(question.letters, whole),
    bySome(question, reading),
  );
}

/** From a syllable on that is not the first; a single syllable is in too many names. */
function isInside({ letters, syllables }: PinyinQuestion, reading: Reading, whole: string): boolean {
  if (syllables.length < 2) return false;
  let at = 0;
  return reading.some((syllable) => {
    const found = at > 0 && whole.startsWith(letters, at);
    at += syllable.length;
    return found;
  });
}

function byInitials(text: string, initials: string): number {
  if (text === initials) return worth.initials;
  return text.length >= leastLetters.initials && initials.startsWith(text) ? worth.initialsStart : 0;
}

function withErrors(text: string, whole: string): number {
  const edits = editsInPinyin(text);
  const distance = edits === 0 ? 1 : editDistance(text, whole, edits);
  return distance > edits ? 0 : worth.errors + worth.errorsPart * (1 - (1.5 * distance) / Math.max(text.length, whole.length));
}

/** By how many pairs of its syllables the reading has, wherever they are. */
function bySome({ syllables }: PinyinQuestion, reading: Reading): number {
  const pairs = pairsOf(syllables);
  if (pairs.length < 2) return 0;
  const all = new Set(pairsOf(reading));
  const lettersOf = (some: readonly string[]) => letters(some).length;
  const share = lettersOf(pairs.filter((each) => all.has(each))) / lettersOf(pairs);
  return share < leastShare ? 0 : worth.some * share;
}
