import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/limits.js';
import { sentencesOf } from '../../../src/sentences.js';
import { readCuts, readInvented, readWithCuts } from './invented.js';

const { sentence, sentenceParts, sentenceSpeeches, sentenceProposals, textProposals, cuts } = limits.reading;
const places = (count: number) =>
  Array.from({ length: count }, (_, index) => ['Avalon', 'Lyonesse', 'Iskar'][index % 3]).join(', ');

describe('a sentence that is too long', () => {
  const long = `Avalon ${'and so on '.repeat(sentence.value / 5)}.`;

  it('is read as several, which together are all of it', () => {
    const found = sentencesOf(`Before. ${long} After.`);
    expect(found.length).toBeGreaterThan(3);
    expect(found.map(({ start, end }) => end - start).every((length) => length <= sentence.value)).toBe(true);
    expect(found.map(({ text }) => text).join(' ')).toBe(`Before. ${long} After.`.replaceAll(/ (?=\.$)/g, ' '));
    expect(found.map(({ goesOn }) => goesOn === true)).toEqual([false, ...found.slice(2, -1).map(() => true), false, false]);
  });

  it('is not one that a dateline begins', () => {
    expect(readCuts('AVENLEA, May 3, 2025 (Owl News) -- Avalon agreed.')).toEqual([]);
  });

  it('is reported from its beginning to its end', () => {
    expect(readCuts(`Before. ${long}`)).toEqual([{ start: 8, end: 8 + long.length, reason: 'LONG_SENTENCE' }]);
  });

  it('is one of too many names too, and all of them are read', () => {
    const text = `They went to ${places(sentenceParts.value + 1)} and Japan.`;
    expect(readCuts(text)).toEqual([{ start: 0, end: text.length, reason: 'LONG_SENTENCE' }]);
    const named = readInvented(text).flatMap((each) => (each.kind === 'CLAIM' ? [each.claim.object] : []));
    expect(named).toContain('region:JP');
  });

  it('is not one that is as long as may be', () => {
    expect(readCuts(`They went to ${places(sentenceParts.value)}.`)).toEqual([]);
  });
});

it('reports a sentence with too many statements, and proposes the first of them', () => {
  const text = `${'魔法部表示魔杖贵，'.repeat(sentenceSpeeches.value + 1)}。`;
  expect(readCuts(text)).toEqual([{ start: 0, end: text.length, reason: 'MANY_STATEMENTS' }]);
  const stated = readInvented(text).filter((each) => each.kind === 'CLAIM' && each.claim.predicate === 'STATED');
  expect(stated.length).toBeLessThanOrEqual(sentenceSpeeches.value);
  expect(stated.length).toBeGreaterThan(0);
});

describe('a sentence that says too much', () => {
  const banks = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `Bank of ${letter}${index}`).join(', ');
  /** Each bank depends on each other one, and a new bank is proposed itself. */
  const dependent = (count: number) => `${banks('X', count)} depend on ${banks('Y', count)}.`;
  const inSentence = (text: string, count: number) =>
    readWithCuts(text).proposals.filter(({ passages }) => passages.some(({ end }) => end <= count));

  it('is reported, and the first of it is proposed', () => {
    const text = dependent(25);
    expect(readCuts(`${text} They are in Avalon.`)).toEqual([{ start: 0, end: text.length, reason: 'MANY_PROPOSALS' }]);
    expect(inSentence(text, text.length)).toHaveLength(sentenceProposals.value);
    expect(readInvented(`${text} The Ministry of Magic is in Iskar.`).map(({ passages }) => passages[0]?.start)).toContain(
      text.length + 1,
    );
  });

  it('is not one that says as much as may be', () => {
    const text = dependent(20);
    expect(readCuts(text)).toEqual([]);
    expect(inSentence(text, text.length).length).toBeGreaterThan(400);
  });
});

it('reports where the rest of a text was not read', () => {
  const banks = (from: number) => Array.from({ length: 100 }, (_, index) => `Bank of X${from + index}`).join(', ');
  const text = Array.from({ length: textProposals.value / 200 + 5 }, (_, index) => `They met ${banks(index * 100)}.`).join('\n');
  const { proposals, cuts: found } = readWithCuts(text);
  expect(proposals).toHaveLength(textProposals.value);
  expect(found).toEqual([{ start: expect.any(Number), end: text.length, reason: 'LONG_TEXT' }]);
  const ends = proposals.flatMap(({ passages }) => passages.map(({ end }) => end));
  expect(Math.max(...ends)).toBeLessThanOrEqual(found[0]?.start ?? 0);
});

it('reports at most so many cuts, the last one to the end of all', () => {
  const one = `${'ab '.repeat(sentence.value / 2)}.`;
  const text = Array.from({ length: cuts.value + 2 }, () => one).join('\n\nWell.\n\n');
  const found = readCuts(text);
  expect(found).toHaveLength(cuts.value);
  expect(found.at(-1)?.end).toBe(text.length);
});
