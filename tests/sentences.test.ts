import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../src/sentences.js';

const textsOf = (text: string): string[] => sentencesOf(text).map((sentence) => sentence.text);

describe('sentences', () => {
  it.each([
    'He has denied it since Oct. 9.',
    'Mr. Doe and Dr. J. R. Roe of the U.S. Treasury left.',
    'It opens at 5 p.m. Monday in St. Louis.',
    'Nimbus Co. Ltd. and Comet Inc. agreed.',
    'See Art. 7 and No. 12.',
    'It sells wands, e.g. Elder ones.',
  ])('go on after an abbreviation: %s', (text) => expect(textsOf(text)).toEqual([text]));

  it.each([
    ['It grew in the U.S.', 'The rest fell.'],
    ['It opens at 5 p.m.', 'Nobody came.'],
    ['He works for Nimbus Co.', 'It sells wands.'],
    ['魔杖贵。', '扫帚也贵。'],
  ])('end: %s %s', (...texts) => expect(textsOf(texts.join(' '))).toEqual(texts));

  it('begin with the mark that opens a title or quote', () => {
    expect(textsOf('魔杖贵。《预言家日报》报道了。“扫帚也贵”，他说。')).toEqual([
      '魔杖贵。',
      '《预言家日报》报道了。',
      '“扫帚也贵”，他说。',
    ]);
  });

  it('are at their places, in code points', () => {
    const text = '𠮷 met Mr. Doe. It rained.';
    expect(sentencesOf(text).map(({ start, end }) => Array.from(text).slice(start, end).join(''))).toEqual(textsOf(text));
  });
});
