import { describe, expect, it } from 'vitest';
import { claimsIn, readInvented } from './invented.js';

const wands = 'policy:wands PROVIDES';
const provides: readonly (readonly [string, readonly string[]])[] = [
  [
    'The Wand Safety Regulations require owners to register, ban long wands and encourage the use of holsters.',
    [`${wands} Requires owners to register.`, `${wands} Bans long wands.`, `${wands} Encourages the use of holsters.`],
  ],
  [
    'The Wand Safety Regulations encourage shops to sell used brooms. They also support repairs of brooms. This means more repair shops in Lyonesse.',
    [
      `${wands} Encourages shops to sell used brooms.`,
      `${wands} Supports repairs of brooms.`,
      `${wands} More repair shops in Lyonesse.`,
    ],
  ],
  [
    'In May 2026 the Ministry of Magic issued a notice on used brooms. The notice directed shops to repair them. It also calls for new shops, and prohibits sales at school.',
    ['Directs shops to repair them.', 'Calls for new shops.', 'Prohibits sales at school.'].map(
      (value) => `policy:notice-on-used-brooms-2026 PROVIDES ${value}`,
    ),
  ],
  [
    'The Ministry of Magic issued the Wand Safety Regulations, requiring owners to register.',
    [`${wands} Requires owners to register.`],
  ],
  [
    'The Ministry of Magic issued the Wand Safety Regulations, which ban wands from schools.',
    [`${wands} Bans wands from schools.`],
  ],
  ['Under the Wand Safety Regulations, owners must register.', [`${wands} Owners must register.`]],
  ['Owners must register, according to the Wand Safety Regulations.', [`${wands} Owners must register.`]],
  ['The Wand Safety Regulations say that owners must register.', [`${wands} Owners must register.`]],
  ['The Wand Safety Regulations will lower the tax on used brooms.', [`${wands} Lowers the tax on used brooms.`]],
  ['Jane Doe said the Wand Safety Regulations ban long wands.', [`${wands} Bans long wands. by person:doe`]],
  ['The Used-broom export pilot supports repair shops in Iskar.', ['program:pilot PROVIDES Supports repair shops in Iskar.']],
  [
    'The Wand Safety Regulations require owners to register. Repairs will be paid by schools. The government will lend brooms.',
    [
      `${wands} Requires owners to register.`,
      `${wands} Repairs will be paid by schools.`,
      `${wands} The government will lend brooms.`,
    ],
  ],
  [
    'The Ministry of Magic will provide loans under the Wand Safety Regulations.',
    [`${wands} The Ministry of Magic will provide loans under the Wand Safety Regulations.`],
  ],
  ['《魔杖安全条例》要求，用户登记二手扫帚。', [`${wands} 用户登记二手扫帚。`]],
  [
    '《魔杖安全条例》鼓励商店销售二手扫帚，支持维修扫帚，禁止在学校销售。',
    [`${wands} 鼓励商店销售二手扫帚。`, `${wands} 支持维修扫帚。`, `${wands} 禁止在学校销售。`],
  ],
  [
    '《魔杖安全条例》提出，完善登记；加强维修；降低税费。同时，还支持新商店。',
    [`${wands} 完善登记。`, `${wands} 加强维修。`, `${wands} 降低税费。`, `${wands} 支持新商店。`],
  ],
  ['根据《魔杖安全条例》，二手扫帚必须登记。', [`${wands} 二手扫帚必须登记。`]],
];

const purposes: readonly (readonly [string, readonly string[]])[] = [
  ['The Wand Safety Regulations aim to prevent accidents.', ['To prevent accidents.']],
  ['The Wand Safety Regulations are designed to prevent accidents.', ['To prevent accidents.']],
  ['To prevent accidents, the Ministry of Magic issued the Wand Safety Regulations.', ['To prevent accidents.']],
  ['The Ministry of Magic issued the Wand Safety Regulations on May 2 to prevent accidents.', ['To prevent accidents.']],
  [
    'The Ministry of Magic issued the Wand Safety Regulations to prevent accidents, hoping to calm parents.',
    ['To prevent accidents.', 'To calm parents.'],
  ],
  ['The goal of the Wand Safety Regulations is to prevent accidents.', ['To prevent accidents.']],
  [
    'The Wand Safety Regulations, first announced in July 2023, were to “prevent accidents at school.”',
    ['To prevent accidents at school.'],
  ],
  ['The Wand Safety Regulations came out. The government’s goal is that accidents end.', ['Accidents end.']],
  ['《魔杖安全条例》旨在防止事故。', ['防止事故。']],
  ['《魔杖安全条例》提出，到2030年，登记魔杖20万支。', ['到2030年，登记魔杖20万支。']],
  ['《魔杖安全条例》提出，到2030年，事故下降一半以上。', ['到2030年，事故下降一半以上。']],
  ['为防止事故，魔法部印发《魔杖安全条例》。', ['防止事故。']],
];

const none: readonly string[] = [
  'The Wand Safety Regulations do not ban long wands.',
  'The Wand Safety Regulations never required owners to register.',
  'If the Wand Safety Regulations ban long wands, shops will close.',
  'The Ministry of Magic denied that the Wand Safety Regulations ban long wands.',
  'Do the Wand Safety Regulations ban long wands?',
  'The Wand Safety Regulations were issued on May 2.',
  'Shops support the Wand Safety Regulations.',
  'The Ministry of Magic supports used brooms.',
  'The Wand Safety Regulations met with support from shops.',
  'Wand Safety Regulations Ban Long Wands',
  'The Used-broom export pilot supports the Used-broom export pilot.',
  'The Wand Safety Regulations came out. Lyonesse will lend brooms.',
  'The Wand Safety Regulations came out. Shops sold brooms. They aim to sell more of them.',
  '《魔杖安全条例》没有禁止长魔杖。',
  '根据《魔杖安全条例》，对两家商店罚款五千元。',
  '如果《魔杖安全条例》禁止长魔杖，商店就会关门。',
  '商店支持《魔杖安全条例》。',
];

describe('what an act provides', () => {
  it.each(provides)('%s', (text, claims) => {
    expect(claimsIn(text, 'PROVIDES')).toEqual(claims);
  });

  it.each(none)('is not in: %s', (text) => {
    expect(claimsIn(text, 'PROVIDES', 'PURPOSE')).toEqual([]);
  });

  it('is about what it mentions, in a summary of our own', () => {
    const said = readInvented('The Wand Safety Regulations ban used brooms in Lyonesse.').find(
      ({ rule }) => rule === 'act-provides',
    );
    expect(said).toMatchObject({
      claim: { about: ['product:brooms', 'region:LY'] },
      passages: [{ summary: 'What Wand Safety Regulations sets out concerns used brooms and Lyonesse.' }],
    });
  });
});

describe('what an act is for', () => {
  it.each(purposes)('%s', (text, values) => {
    expect(claimsIn(text, 'PURPOSE')).toEqual(values.map((value) => `policy:wands PURPOSE ${value}`));
  });
});
