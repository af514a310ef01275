/** Dates, amounts, coverage and locators: what is judged by places alone. */
import { hashOf } from '../../../src/archive.js';
import type { AmountInText } from '../../../src/reading/amounts.js';
import { overlap, sentencesOf, type Span } from '../../../src/sentences.js';
import type { Reading, ReviewedAmount } from '../reviewed-text.js';
import type { Tally } from '../score.js';

export const definitions = {
  dates: 'Expected: every date of the text. Right: overlaps a reviewed one and has its EDTF.',
  amounts: 'Expected: every amount of the text. Right: overlaps a reviewed one and has its value or range, unit and comparator.',
  coverage:
    'Expected: each sentence that a reviewed claim or observation rests on. Reached: a passage of a proposal overlaps it.',
  locators:
    'Found: each passage of a proposal, and each mention, date and amount. Right: its SHA-256 is that of the text at its place.',
} as const;

export function spanTallies(from: Reading): Record<keyof typeof definitions, Tally> {
  const { reviewed, reading } = from;
  const characters = Array.from(reviewed.text);
  const place = ({ start, end }: Span): string => `"${characters.slice(start, end).join('')}" at ${start} =`;
  return {
    dates: tally(
      reading.dates,
      reviewed.dates,
      (found, expected) => found.edtf === expected.edtf,
      (date) => `${place(date)} ${date.edtf}`,
    ),
    amounts: tally(reading.amounts, reviewed.amounts, isAmount, (amount) =>
      [place(amount), amount.comparator, amount.value, amount.upper, amount.unit].filter((part) => part !== undefined).join(' '),
    ),
    coverage: coverage(from),
    locators: locators(from),
  };
}

const isAmount = (found: AmountInText, expected: ReviewedAmount): boolean =>
  found.value === expected.value &&
  found.upper === expected.upper &&
  found.unit === expected.unit &&
  found.comparator === expected.comparator;

function tally<Found extends Span & Expected, Expected extends Span>(
  found: readonly Found[],
  expected: readonly Expected[],
  isSame: (found: Found, expected: Expected) => boolean,
  describe: (each: Expected) => string,
): Tally {
  const agree = (one: Found, other: Expected) => overlap(one, other) && isSame(one, other);
  const wrong = found.filter((one) => !expected.some((other) => agree(one, other)));
  const missed = expected.filter((other) => !found.some((one) => agree(one, other)));
  return {
    found: found.length,
    right: found.length - wrong.length,
    expected: expected.length,
    reached: expected.length - missed.length,
    wrong: wrong.map(describe),
    missed: missed.map(describe),
  };
}

function coverage({ reviewed: { text, claims, observations }, proposals }: Reading): Tally {
  const passages = [...claims, ...observations].flatMap((each) => each.passages);
  const sentences = sentencesOf(text).filter((sentence) => passages.some((passage) => overlap(passage, sentence)));
  const proposed = proposals.flatMap((proposal) => proposal.passages);
  const missed = sentences.filter((sentence) => !proposed.some((passage) => overlap(passage, sentence)));
  const reached = sentences.length - missed.length;
  return {
    found: reached,
    right: reached,
    expected: sentences.length,
    reached,
    wrong: [],
    missed: missed.map(({ start, text: words }) => `${start}: ${words.slice(0, 60)}…`),
  };
}

function locators({ reading, proposals }: Reading): Tally {
  const characters = Array.from(reading.text);
  const all = [...proposals.flatMap(({ passages }) => passages), ...reading.mentions, ...reading.dates, ...reading.amounts];
  const wrong = all.filter(({ start, end, sha256 }) => hashOf(characters.slice(start, end).join('')) !== sha256);
  const right = all.length - wrong.length;
  return {
    found: all.length,
    right,
    expected: all.length,
    reached: right,
    wrong: wrong.map(({ start, end }) => `${start}-${end}`),
    missed: [],
  };
}
