import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../src/graph/search/pieces.js';
import {
  codeKey,
  joinedWords,
  letterKey,
  nameTerms,
  questionTerms,
  stemKey,
  storedNameTerms,
  wordsOf,
} from '../../src/graph/search/tokens.js';
import { hostileTexts } from '../contract/hostile-texts.js';

const words = (text: string) => wordsOf(piecesOf(text));

describe('words', () => {
  it.each([
    ['Qīngdǎo', ['qingdao']],
    ['ÜRÜMQI', ['urumqi']],
    ['Łódź, Straße', ['lodz', 'strasse']],
    ['ＭＯＦＣＯＭ', ['mofcom']],
    ["China's used cars", ['china', 'used', 'car']],
    ['policies, classes, purchases', ['policy', 'class', 'purchase']],
    ['bus, Paris, press', ['bus', 'paris', 'press']],
    ['programmes, centre, labour, organisation', ['program', 'center', 'labor', 'organization']],
    ['二手车出口', ['二手', '手车', '车出', '出口']],
    ['2024年A股', ['2024', '年', 'a', '股']],
    ['𠮷野家', ['𠮷野', '野家']],
    ['서울', ['서울']],
    ['', []],
    [' .,;: ', []],
  ])('of %j', (text, expected) => expect(words(text)).toEqual(expected));

  it('of neighbours are also one', () => {
    expect(joinedWords(piecesOf('Second-hand cars'))).toEqual(['secondhand', 'handcar']);
    expect(joinedWords(piecesOf('二手 cars'))).toEqual([]);
  });
});

describe('scripts', () => {
  it.each([
    ['廣東', '广东'],
    ['商務部', '商务部'],
    ['臺灣', '台湾'],
    ['發展改革', '发展改革'],
    ['國家發展和改革委員會', '国家发展和改革委员会'],
    ['廣东省', '广东省'],
    ['広東省', '广东省'],
    ['経済産業省', '经济产业省'],
    ['對外經濟貿易', '对外经济贸易'],
  ])('%s and %s are the same words', (other, simplified) => expect(words(other)).toEqual(words(simplified)));

  it('leave characters apart that simplified Chinese tells apart', () => {
    expect(words('芸豆')).not.toEqual(words('艺豆'));
    expect(words('准予')).not.toEqual(words('准豫'));
  });
});

describe('keys of codes', () => {
  it.each(['国发[2024]1号', '國發〔２０２４〕１號', '国发【2024】1号', '国发（2024） 1 号', '国发 (2024) 1号'])(
    'of %s are the same',
    (text) => expect(codeKey(text)).toBe(codeKey('国发〔2024〕1号')),
  );

  it('keep numbers apart that end elsewhere', () => {
    expect(codeKey('国发〔2024〕11号')).not.toBe(codeKey('国发〔20241〕1号'));
    expect(codeKey('〔〕')).toBe('〔〕');
  });
});

describe('keys', () => {
  it.each(['second hand cars', 'Second-Hand Cars', 'secondhand cars'])('of %j are the same', (text) => {
    expect(letterKey(piecesOf(text))).toBe('secondhandcars');
    expect(stemKey(piecesOf('used cars'))).toBe(stemKey(piecesOf('used car')));
  });
});

describe('what is stored', () => {
  it('has each token once, single characters, and whole names', () => {
    expect(storedNameTerms(['Qing-dao', 'Qingdao', '青岛']).split(' ')).toEqual([
      'qing',
      'dao',
      'qingdao',
      '青岛',
      '青',
      '岛',
      '=qingdao',
      '=青岛',
      '~qingdao',
      '~qd',
      '^qingdao',
    ]);
    expect(nameTerms(piecesOf('青'))).toEqual(['青', '青']);
  });
});

describe('a question', () => {
  it('asks for the whole name, its words, and its words as one', () => {
    expect(questionTerms('the qing dao').map(({ text }) => text)).toEqual([
      '=theqingdao',
      '#theqingdao',
      '#qingdao',
      '#dao',
      'qing',
      'dao',
      'theqing',
      'qingdao',
    ]);
  });

  it('forgives more in longer words, and nothing in numbers and Chinese', () => {
    const edits = Object.fromEntries(questionTerms('car ship guandong 2024 青岛').map((term) => [term.text, term.edits]));
    expect(edits).toMatchObject({ car: 0, ship: 1, guandong: 2, 2024: 0, 青岛: 0 });
  });

  it('of common words asks for these', () => {
    expect(questionTerms('of the').map(({ text }) => text)).toContain('of');
  });

  it.each(hostileTexts)('of $name becomes few tokens of letters and digits', ({ text }) => {
    const terms = questionTerms(text);
    expect(terms.length).toBeLessThanOrEqual(32);
    expect(terms.filter(({ edits }) => edits > 0).length).toBeLessThanOrEqual(12);
    for (const term of terms) expect(term.text).toMatch(/^[=#~^]?[\p{L}\p{N}]+$/u);
  });
});
