import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/audit/context.js';

const text = Array.from('menu\nOne 𝄞 two.\nThree four.\n\nfoot');
const all = { start: 0, end: Infinity };
const locate = (passage: string) => {
  const start = Array.from(text.join('').split(passage)[0]!).length;
  return { start, end: start + Array.from(passage).length, sha256: createHash('sha256').update(passage).digest('hex') };
};

describe('the context of a passage', () => {
  it.each([
    ['two', 'One 𝄞 ', '.'],
    ['menu', '', ''],
    ['foot', '', ''],
    ['m', '', 'enu'],
    ['One 𝄞 two.\n', '', 'Three four.'],
    ['two.\nThree', 'One 𝄞 ', ' four.'],
  ])('is its paragraph, or those that it reaches into: %j', (passage, before, after) => {
    expect(contextOf(text, locate(passage), all)).toEqual({ before, passage, after });
  });

  it("ends where the document's own range ends", () => {
    const { start } = locate('𝄞');
    expect(contextOf(text, locate('two'), { start, end: start + 5 })).toEqual({ before: '𝄞 ', passage: 'two', after: '' });
  });

  it('is a sentence where the text has another passage, or is shorter', () => {
    expect(contextOf(text, { ...locate('two'), start: 1 }, all)).toMatch(/^The text has another passage at 1 to 14 /);
    expect(contextOf(text, { ...locate('two'), start: 900, end: 903 }, all)).toMatch(/^The text has another passage/);
  });
});
