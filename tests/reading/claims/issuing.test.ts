import { describe, expect, it } from 'vitest';
import { claimsIn, readInvented } from './invented.js';

const wands = 'policy:wands';
const issued: readonly (readonly [string, readonly string[]])[] = [
  ['The Ministry of Magic issued the Wand Safety Regulations.', ['agency:magic ISSUED policy:wands']],
  [
    'On May 2, 2025, the Ministry of Magic and four other departments jointly issued the Wand Safety Regulations.',
    ['agency:magic ISSUED policy:wands role=JOINT from 2025-05-02'],
  ],
  [
    'The Ministry of Magic, the Ministry of Owls and the General Administration of Brooms released the Wand Safety Regulations in March 2025.',
    ['agency:magic', 'agency:owls', 'agency:broom'].map((id) => `${id} ISSUED policy:wands role=JOINT from 2025-03`),
  ],
  [
    'The Ministry of Magic, the Ministry of Owls, and the Wizard Institute published the Wand Safety Regulations.',
    ['agency:magic ISSUED policy:wands role=JOINT', 'agency:owls ISSUED policy:wands role=JOINT'],
  ],
  [
    'The Ministry of Magic, together with the Ministry of Owls and two other departments, on May 2 issued the Wand Safety Regulations.',
    ['agency:magic', 'agency:owls'].map((id) => `${id} ISSUED policy:wands role=JOINT from 2026-05-02`),
  ],
  ['The Wizards Council approved the Wand Safety Regulations.', ['agency:council ISSUED policy:wands']],
  [
    'The Wand Safety Regulations were jointly released by the Ministry of Magic and the Ministry of Owls.',
    ['agency:magic ISSUED policy:wands role=JOINT', 'agency:owls ISSUED policy:wands role=JOINT'],
  ],
  [
    'The plan, titled “Wand Safety Regulations”, was announced by the Wizards Council on April 11.',
    ['agency:council ISSUED policy:wands role=ANNOUNCED from 2026-04-11'],
  ],
  [
    'The Wand Safety Regulations, which the Ministry of Magic published in 2025, ban long wands.',
    ['agency:magic ISSUED policy:wands from 2025'],
  ],
  [
    'The Daily Prophet reported that the Ministry of Magic had issued the Wand Safety Regulations.',
    ['agency:magic ISSUED policy:wands by organization:prophet'],
  ],
  [
    'The Ministry of Magic and two other agencies met. The Ministry of Magic and two other agencies issued a notice on May 2, 2025. On May 9, 2025, they released the Wand Safety Regulations.',
    [
      'agency:magic ISSUED policy:notice-of-ministry-of-magic-2025 role=JOINT from 2025-05-02',
      'agency:magic ISSUED policy:wands role=JOINT from 2025-05-09',
    ],
  ],
  [
    '5月8日，魔法部、猫头鹰部和扫帚总局联合印发《魔杖安全条例》。',
    ['agency:magic', 'agency:owls', 'agency:broom'].map((id) => `${id} ISSUED policy:wands role=JOINT from 2026-05-08`),
  ],
  [
    '魔法部会同猫头鹰部等五部门印发了《魔杖安全条例》。',
    ['agency:magic ISSUED policy:wands role=LEAD', 'agency:owls ISSUED policy:wands role=JOINT'],
  ],
  [
    '魔法部会同猫头鹰部（以下简称“鹰部”）印发《魔杖安全条例》。',
    ['agency:magic ISSUED policy:wands role=LEAD', 'agency:owls ISSUED policy:wands role=JOINT'],
  ],
  ['由魔法部联合发布的《魔杖安全条例》受到欢迎。', ['agency:magic ISSUED policy:wands']],
  [
    '《魔杖安全条例》由魔法部、猫头鹰部联合发布。',
    ['agency:magic ISSUED policy:wands role=JOINT', 'agency:owls ISSUED policy:wands role=JOINT'],
  ],
  [
    '据预言家日报报道，魔法部等九部门日前出台《魔杖安全条例》。',
    ['agency:magic ISSUED policy:wands role=JOINT by organization:prophet'],
  ],
];

const notIssued: readonly string[] = [
  '魔法部发布《魔杖安全条例》实施细则。',
  'The Ministry of Magic has not issued the Wand Safety Regulations.',
  'Neither the Ministry of Magic nor the Ministry of Owls issued the Wand Safety Regulations.',
  'The Ministry of Magic will issue the Wand Safety Regulations next month.',
  'The Ministry of Magic plans to issue the Wand Safety Regulations.',
  'The Wand Safety Regulations will be issued by the Ministry of Magic.',
  'The Ministry of Magic denied that it had issued the Wand Safety Regulations.',
  'The Ministry of Magic denied reports that the Ministry of Owls issued the Wand Safety Regulations.',
  'If the Ministry of Magic issued the Wand Safety Regulations, shops would close.',
  'Has the Ministry of Magic issued the Wand Safety Regulations?',
  'The Ministry of Magic criticised the Wand Safety Regulations.',
  'The Ministry of Magic should have issued the Wand Safety Regulations.',
  '魔法部尚未印发《魔杖安全条例》。',
  '魔法部将印发《魔杖安全条例》。',
  '魔法部否认已发布《魔杖安全条例》。',
  '如果魔法部发布《魔杖安全条例》，商店将关门。',
  '魔法部是否发布了《魔杖安全条例》？',
  '魔法部拟出台《魔杖安全条例》。',
];

describe('who issued an act', () => {
  it.each(issued)('%s', (text, claims) => {
    expect(claimsIn(text, 'ISSUED')).toEqual(claims);
  });

  it.each(notIssued)('is not in: %s', (text) => {
    expect(claimsIn(text, 'ISSUED', 'announcedOn', 'status')).toEqual([]);
  });
});

const properties: readonly (readonly [string, readonly string[]])[] = [
  [
    'On May 2, 2025, the Ministry of Magic and four other departments issued the Wand Safety Regulations.',
    [`${wands} announcedOn 2025-05-02`, `${wands} unnamedIssuers 4`, `${wands} status ANNOUNCED from 2025-05-02`],
  ],
  ['The Ministry of Magic released the draft Wand Safety Regulations.', [`${wands} status DRAFT`]],
  [
    'The Wand Safety Regulations were announced in July 2023.',
    [`${wands} announcedOn 2023-07`, `${wands} status ANNOUNCED from 2023-07`],
  ],
  ['The Ministry of Magic and other departments issued the Wand Safety Regulations.', [`${wands} status ANNOUNCED`]],
  ['魔法部等九部门发布《魔杖安全条例》。', [`${wands} unnamedIssuers 8`, `${wands} status ANNOUNCED`]],
  ['魔法部、猫头鹰部等部门发布《魔杖安全条例》。', [`${wands} status ANNOUNCED`]],
];

describe('when an act was announced, and how many issuers are not named', () => {
  it.each(properties)('%s', (text, claims) => {
    expect(claimsIn(text, 'announcedOn', 'unnamedIssuers', 'status')).toEqual(claims);
  });

  it('is less sure by hearsay', () => {
    const confidence = (adverb: string) =>
      readInvented(`The Ministry of Magic ${adverb} issued the Wand Safety Regulations.`).find(
        ({ rule }) => rule === 'act-issued',
      )?.confidence ?? 0;
    expect(confidence('reportedly')).toBeLessThan(confidence('recently') * 0.6);
  });
});
