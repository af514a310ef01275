import { describe, expect, it } from 'vitest';
import { claimsIn } from './invented.js';

const held = (title: string, more = '') => `person:doe HOLDS_POSITION agency:magic title=${title}${more}`;

const positions: readonly (readonly [string, readonly string[]])[] = [
  ['Jane Doe, director general of the Ministry of Magic, spoke.', [held('director general')]],
  ['Jane Doe, a researcher at the Ministry of Magic, spoke.', [held('researcher')]],
  ['Ministry of Magic spokeswoman Jane Doe spoke.', [held('spokeswoman')]],
  ['The Ministry of Magic’s deputy director, Jane Doe, spoke.', [held('deputy director')]],
  ['A spokesperson for the Ministry of Magic, Jane Doe, spoke.', [held('spokesperson')]],
  ['Jane Doe, who heads the Ministry of Magic, spoke.', [held('head')]],
  ['Jane Doe, who has chaired the Ministry of Magic since 2023, spoke.', [held('chair', ' from 2023')]],
  ['Jane Doe is chair of the Ministry of Magic.', [held('chair')]],
  ['Minister of Magic Jane Doe spoke.', [held('Minister')]],
  ['Jane Doe, minister of magic, spoke.', [held('minister')]],
  ['Jane Doe was appointed head of the Ministry of Magic on May 2, 2025.', [held('head', ' from 2025-05-02')]],
  ['Jane Doe, former head of the Ministry of Magic, spoke.', [held('head', ' until [..2026-06-15]')]],
  ['Jane Doe, from the Ministry of Magic, told the Daily Prophet that it rained.', ['person:doe HOLDS_POSITION agency:magic']],
  ['Jane Doe, head of the Ministry of Magic, denied the rumours.', [held('head')]],
  ['Jane Doe, the Ministry of Magic’s deputy head, spoke.', [held('deputy head')]],
  ['Professor Jane Doe of the Ministry of Magic spoke.', [held('Professor')]],
  ['The Owl Bank grows. Its head, Jane Doe, spoke.', ['person:doe HOLDS_POSITION organization:owl-bank title=head']],
  [
    'NASDAQ lists Owl Bank. Chief executive Jane Doe spoke.',
    ['person:doe HOLDS_POSITION organization:owl-bank title=Chief executive'],
  ],
  [
    'Owl Bank and Broom Holdings met. Owl Bank said that it rained. Spokesman Jane Doe spoke.',
    ['person:doe HOLDS_POSITION organization:owl-bank title=Spokesman'],
  ],
  ['Ministry of Magic spokeswoman Dr. Jane Doe spoke.', [held('spokeswoman')]],
  ['The Ministry of Magic’s deputy director, Mrs Jane Doe, spoke.', [held('deputy director')]],
  ['Jane Doe, until recently undersecretary at the Ministry of Magic, spoke.', [held('undersecretary', ' until [..2026-06-15]')]],
  ['Jane Doe, formerly director of the Ministry of Magic, spoke.', [held('director', ' until [..2026-06-15]')]],
  ['The Ministry of Magic met. Vice minister Jane Doe spoke.', [held('Vice minister')]],
  [
    'Owl Bank grows. Chief financial officer Jane Doe spoke.',
    ['person:doe HOLDS_POSITION organization:owl-bank title=Chief financial officer'],
  ],
  ['Owl Bank grows. Jane Doe, chairwoman, spoke.', ['person:doe HOLDS_POSITION organization:owl-bank title=chairwoman']],
  [
    'Broom Holdings met Owl Bank. Owl Bank said that it rained. “It pours,” said its head, Jane Doe.',
    ['person:doe HOLDS_POSITION organization:owl-bank title=head'],
  ],
  [
    'It wrote to the Ministry of Fish. Fish Minister Jane Doe spoke.',
    ['person:doe HOLDS_POSITION agency:ministry-of-fish title=Minister'],
  ],
  ['魔法部部长王多伊表示，天在下雨。', [held('部长')]],
  ['魔法部副部长兼新闻发言人王多伊指出，天在下雨。', [held('副部长兼新闻发言人')]],
  ['王多伊被任命为魔法部部长。', [held('部长')]],
  ['任命王多伊为魔法部部长。', [held('部长')]],
  ['魔法部（MOM）研究员王多伊表示，天在下雨。', [held('研究员')]],
  ['免去王多伊的魔法部副部长职务。', [held('副部长', ' until [..2026-06-15]')]],
  ['王多伊不再担任魔法部部长。', [held('部长', ' until [..2026-06-15]')]],
  ['Jane Doe stepped down as director of the Ministry of Magic.', [held('director', ' until [..2026-06-15]')]],
  [
    '王多伊，女，曾任魔法部副司长、猫头鹰银行行长。',
    [held('副司长', ' until [..2026-06-15]'), 'person:doe HOLDS_POSITION organization:owl-bank title=行长 until [..2026-06-15]'],
  ],
  ['王多伊，女，现任魔法部司长。', [held('司长')]],
];

const none: readonly string[] = [
  'Owl Bank and Broom Holdings met. Chief executive Jane Doe spoke.',
  'The Ministry of Magic met Owl Bank. Former chairman Jane Doe spoke.',
  'The Ministry of Magic met the Ministry of Owls. Vice minister Jane Doe spoke.',
  'It wrote to the Ministry of Fish and Game. Fish Minister Jane Doe spoke.',
  'Jane Doe, critic of the Ministry of Magic, spoke.',
  'Jane Doe met the head of the Ministry of Magic.',
  'Jane Doe is not head of the Ministry of Magic.',
  'Jane Doe will be head of the Ministry of Magic.',
  'Jane Doe denied that Jane Doe is head of the Ministry of Magic.',
  'Jane Doe, head of the Ministry of Magic’s kitchen, spoke.',
  'Is Jane Doe head of the Ministry of Magic?',
  '王多伊不是魔法部部长。',
  '王多伊将出任魔法部部长。',
  '王多伊并未曾任魔法部部长。',
  '拟任命王多伊为魔法部部长的消息不实。',
  '巫师委员会拟任命王多伊为魔法部部长。',
];

describe('who holds a position', () => {
  it.each(positions)('%s', (text, claims) => {
    expect(claimsIn(text, 'HOLDS_POSITION')).toEqual(claims);
  });

  it.each(none)('is not in: %s', (text) => {
    expect(claimsIn(text, 'HOLDS_POSITION')).toEqual([]);
  });
});
