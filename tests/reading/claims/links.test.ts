import { describe, expect, it } from 'vitest';
import { claimsIn } from './invented.js';

const notice = 'policy:notice-on-used-brooms';
const predicates = ['AMENDS', 'REPEALS', 'IMPLEMENTS', 'FOLLOWS', 'ESTABLISHES', 'REGULATES', 'SUPPORTS', 'ADMINISTERS'];

const linked: readonly (readonly [string, readonly string[]])[] = [
  ['The “Notice on Used Brooms” amends the Wand Safety Regulations.', [`${notice} AMENDS policy:wands`]],
  ['The Wand Safety Regulations were replaced by the “Notice on Used Brooms”.', [`${notice} REPEALS policy:wands`]],
  ['The “Notice on Used Brooms” implements the Wand Safety Regulations.', [`${notice} IMPLEMENTS policy:wands`]],
  ['The “Notice on Used Brooms” follows the Wand Safety Regulations.', [`${notice} FOLLOWS policy:wands`]],
  ['The Wand Safety Regulations set up the used-broom export pilot.', ['policy:wands ESTABLISHES program:pilot']],
  ['The used-broom export pilot was launched under the Wand Safety Regulations.', ['policy:wands ESTABLISHES program:pilot']],
  ['The Wand Safety Regulations govern the used-broom export pilot.', ['policy:wands REGULATES program:pilot']],
  ['The Wand Safety Regulations support the used-broom export pilot.', ['policy:wands SUPPORTS program:pilot']],
  ['The used-broom export pilot is run by the Ministry of Magic.', ['agency:magic ADMINISTERS program:pilot']],
  ['The used-broom export pilot, a scheme that the Ministry of Magic runs, grows.', ['agency:magic ADMINISTERS program:pilot']],
  ['The used-broom export pilot, which the Ministry of Magic does not run, grows.', []],
  ['The “Notice on Used Brooms” puts into practice the Wand Safety Regulations.', [`${notice} IMPLEMENTS policy:wands`]],
  [
    'The “Notice on Used Brooms” amends the Wand Safety Regulations, and the ministry denied that they are dead.',
    [`${notice} AMENDS policy:wands`],
  ],
  ['That the “Notice on Used Brooms” amends the Wand Safety Regulations is untrue.', []],
  ['二手扫帚出口试点由魔法部负责。', ['agency:magic ADMINISTERS program:pilot']],
  [
    '二手扫帚出口试点由魔法部会同猫头鹰部组织实施。',
    ['agency:magic ADMINISTERS program:pilot', 'agency:owls ADMINISTERS program:pilot'],
  ],
  ['魔法部此前已在伊斯卡、卡尔顿开展二手扫帚出口试点。', ['agency:magic ADMINISTERS program:pilot']],
  ['《魔杖安全条例》启动二手扫帚出口试点。', ['policy:wands ESTABLISHES program:pilot']],
  [
    '魔法部印发《魔杖安全条例》，决定自2026年7月1日起，在伊斯卡开展二手扫帚出口试点。',
    ['policy:wands ESTABLISHES program:pilot'],
  ],
  ['The “Notice on Used Brooms” does not amend the Wand Safety Regulations.', []],
  ['The “Notice on Used Brooms” will replace the Wand Safety Regulations.', []],
  ['The Ministry of Magic amends the Wand Safety Regulations.', []],
  ['Does the “Notice on Used Brooms” amend the Wand Safety Regulations?', []],
  ['The Ministry of Magic denied that it runs the used-broom export pilot.', []],
  ['The Daily Prophet supports the used-broom export pilot.', []],
];

describe('what acts do to acts and programs', () => {
  it.each(linked)('%s', (text, claims) => {
    expect(claimsIn(text, ...predicates)).toEqual(claims);
  });
});

const dated: readonly (readonly [string, readonly string[]])[] = [
  ['The Wand Safety Regulations take effect on July 1, 2026.', ['policy:wands effectiveFrom 2026-07-01']],
  ['《魔杖安全条例》由魔法部印发，2026年7月1日起施行。', ['policy:wands effectiveFrom 2026-07-01']],
  ['The Wand Safety Regulations, effective from July 1, 2026, ban wands.', ['policy:wands effectiveFrom 2026-07-01']],
  [
    'The Wand Safety Regulations take effect on July 1, 2026 and remain valid until June 30, 2028.',
    ['policy:wands effectiveFrom 2026-07-01', 'policy:wands effectiveTo 2028-06-30'],
  ],
  [
    '《魔杖安全条例》自2026年7月1日起施行，有效期至2028年6月30日。',
    ['policy:wands effectiveFrom 2026-07-01', 'policy:wands effectiveTo 2028-06-30'],
  ],
  ['魔法部发布《魔杖安全条例》（魔发〔2024〕12号）。', ['policy:wands documentNumber 魔发〔2024〕12号']],
  ['魔法部发布《魔杖安全条例》（魔发〔2024〕12号，以下简称《条例》）。', ['policy:wands documentNumber 魔发〔2024〕12号']],
  ['The used-broom export pilot was launched in 2019.', ['program:pilot startedOn 2019']],
  ['Sales grew since the used-broom export pilot launched in 2019.', ['program:pilot startedOn 2019']],
  ['The used-broom export pilot ended in 2024.', ['program:pilot endedOn 2024']],
  ['2019年启动二手扫帚出口试点。', ['program:pilot startedOn 2019']],
  ['The Wand Safety Regulations did not take effect on July 1, 2025.', []],
  ['Shops that sell wands opened on July 1, 2025.', []],
  ['If the used-broom export pilot ended in 2024, shops closed.', []],
];

describe('dates and numbers of acts and programs', () => {
  it.each(dated)('%s', (text, claims) => {
    expect(claimsIn(text, 'effectiveFrom', 'effectiveTo', 'documentNumber', 'startedOn', 'endedOn')).toEqual(claims);
  });
});

const about: readonly (readonly [string, readonly string[]])[] = [
  ['The Ministry of Magic issued the “Notice on Used Brooms”.', [`${notice} CONCERNS product:brooms`]],
  [
    'The Ministry of Magic issued a notice to support the potion trade.',
    ['policy:notice-on-potion-trade-2026 CONCERNS sector:potions'],
  ],
  ['The Wand Safety Regulations support the potion trade.', ['policy:wands CONCERNS sector:potions']],
  ['《魔杖安全条例》要求检查二手扫帚。', ['policy:wands CONCERNS product:brooms']],
  ['The Ministry of Magic sells used brooms.', []],
  ['The Wand Safety Regulations were read by the potion trade.', []],
];

describe('what acts are about', () => {
  it.each(about)('%s', (text, claims) => {
    expect(claimsIn(text, 'CONCERNS')).toEqual(claims);
  });
});

it.each([
  'The new rules amend the Wand Safety Regulations and take effect on July 1, 2026.',
  '魔法部发布《魔杖安全条例》。魔法部表示，试点自2026年7月1日起实施。',
])('takes no day of something else for that of the act: %s', (text) => {
  expect(claimsIn(text, 'effectiveFrom')).toEqual([]);
});
