/** Texts made to be slow to read: each takes work that grows with its length. With its square, none would end in the time of a test. */
import { describe, expect, it } from 'vitest';
import { readInvented } from './claims/invented.js';

/** What the service reads at most. */
const long = 200_000;
const repeated = (words: string, length = long): string => words.repeat(Math.ceil(length / words.length)).slice(0, length);

const runs = [
  '(',
  '“',
  '.',
  '\n',
  '\u200B',
  '\u202E',
  '😀',
  'a',
  '1.',
  '1,1,1',
  'a@',
  'a-',
  'U.S.',
  'a\u0301',
  '《国》',
  'and ',
  'Bank of ',
];
/** Names, dates and amounts without end: one sentence of many parts. */
const parts = ['Avalon and ', '莱昂内斯、', '魔法部', 'Monday ', '5 percent ', '第一'];
const claims = [
  'the Ministry of Magic issued the Wand Safety Regulations and ',
  '魔法部表示',
  '部长王多伊说',
  '中国协会',
  'Owl Bank (OB) ',
];
const lines = ['a\n', 'A. ', 'Avalon.\n'];

describe.each([
  ['one run', runs, long],
  ['many parts', parts, 20_000],
  ['many claims', claims, 20_000],
  ['many lines', lines, 20_000],
])('a long text of %s', (_, all, length) => {
  it.each(all)('%j ends', (each) => {
    expect(readInvented(repeated(each, length)).length).toBeLessThanOrEqual(20_000);
  });
});

describe('a long text', () => {
  it('of nested brackets ends', () => {
    expect(readInvented('('.repeat(long / 2) + ')'.repeat(long / 2))).toEqual([]);
  });

  it('of many new names, each introduced, ends', () => {
    const text = Array.from({ length: 2_000 }, (_, index) => `Bank of X${index} (BX${index}) lends. `).join('');
    expect(readInvented(text).length).toBeGreaterThan(1_000);
  });

  it('of many new Chinese names ends', () => {
    const name = (index: number) => String.fromCodePoint(0x4e00 + index, 0x4e00 + ((index * 7) % 5_000));
    const text = Array.from({ length: 2_000 }, (_, index) => `${name(index)}银行，`).join('');
    expect(readInvented(text).length).toBeGreaterThan(10);
  });
});
