import { describe, expect, it } from 'vitest';
import { claimsIn, readInvented } from './invented.js';

const notes: readonly (readonly [string, string])[] = [
  ['Many villages of Avalon still have no chimney.', 'region:AV NOTE Many villages of Avalon still have no chimney.'],
  ['In Lyonesse, used brooms are in fashion again.', 'product:brooms NOTE In Lyonesse, used brooms are in fashion again.'],
  ["Avalon's used brooms are in fashion again.", "product:brooms NOTE Avalon's used brooms are in fashion again."],
  ['Meanwhile, the potion trade faces hard times.', 'sector:potions NOTE The potion trade faces hard times.'],
  [
    'The Ministry of Magic declined to comment on used brooms.',
    'agency:magic NOTE The Ministry of Magic declined to comment on used brooms.',
  ],
  ['在莱昂内斯，二手扫帚重新流行。', 'product:brooms NOTE 在莱昂内斯，二手扫帚重新流行。'],
  ['此外，魔药贸易面临不少困难。', 'sector:potions NOTE 魔药贸易面临不少困难。'],
];

const boilerplate: readonly string[] = [
  'Used Brooms Are Back in Avalon',
  'Avalon brings used brooms back',
  'By Jane Doe in Lyonesse.',
  'Source: Daily Prophet, May 2, 2026.',
  'A market of used brooms in Iskar. [Photo/Daily Prophet]',
  'Follow us on the pages of the Daily Prophet.',
  'Skip to content',
  'Please enter your comment!',
  'Home > Avalon > Used brooms > News.',
  'How will Avalon sell used brooms?',
  'Take Lyonesse as an example.',
  '来源：预言家日报。',
  '阿瓦隆二手扫帚重新流行',
  '请扫描二维码关注预言家日报。',
  '阿瓦隆如何销售二手扫帚？',
];

describe('what no other rule reads', () => {
  it.each(notes)('is noted: %s', (text, note) => {
    expect(claimsIn(text, 'NOTE')).toEqual([note]);
  });

  it.each(boilerplate)('is not noted where it says nothing: %s', (text) => {
    expect(claimsIn(text, 'NOTE')).toEqual([]);
  });

  it('is about the topic before, or the document', () => {
    expect(claimsIn('Used brooms are in fashion. That should last for years.', 'NOTE')[1]).toBe(
      'product:brooms NOTE That should last for years.',
    );
    expect(claimsIn('It rained for nine days.', 'NOTE')[0]).toMatch(/^document:/);
  });

  it('is about the person that a pronoun stands for', () => {
    expect(claimsIn('Jane Doe runs a shop. She refused to name a price for used brooms.', 'NOTE')[1]).toBe(
      'person:doe NOTE She refused to name a price for used brooms.',
    );
    expect(claimsIn('王多伊开店。她没有透露二手扫帚的价格。', 'NOTE')[1]).toBe('person:doe NOTE 她没有透露二手扫帚的价格。');
  });

  it('is not noted where a rule reads the sentence', () => {
    expect(claimsIn('Jane Doe said that used brooms are in fashion.', 'NOTE')).toEqual([]);
    expect(claimsIn('The Ministry of Magic issued the Wand Safety Regulations.', 'NOTE')).toEqual([]);
  });

  it('is the least sure', () => {
    const note = readInvented('Many villages of Avalon still have no chimney.').find(({ rule }) => rule === 'sentence-noted');
    expect(note?.confidence).toBeLessThan(0.4);
  });
});

describe('facts in reported speech', () => {
  it.each([
    'Jane Doe said that the Ministry of Magic issued the Wand Safety Regulations.',
    'The Ministry of Magic issued the Wand Safety Regulations, Jane Doe said.',
    '王多伊表示，魔法部印发《魔杖安全条例》。',
  ])('are their speaker’s: %s', (text) => {
    expect(claimsIn(text, 'ISSUED')).toEqual(['agency:magic ISSUED policy:wands by person:doe']);
  });

  it('are nobody’s outside of it', () => {
    const text = 'The Ministry of Magic issued the Wand Safety Regulations. Jane Doe said that they ban long wands.';
    expect(claimsIn(text, 'ISSUED')).toEqual(['agency:magic ISSUED policy:wands']);
    expect(claimsIn('Jane Doe, minister of the Ministry of Magic, said that wands are long.', 'HOLDS_POSITION')).toEqual([
      'person:doe HOLDS_POSITION agency:magic title=minister',
    ]);
  });

  it('are those of its speaker', () => {
    const proposals = readInvented('According to Jane Doe, Avalon exported 500 used brooms in 2025.');
    const observations = proposals.flatMap((each) => (each.kind === 'OBSERVATION' ? [each.observation] : []));
    expect(observations).toMatchObject([{ value: 500, attributedTo: ['person:doe'] }]);
  });
});
