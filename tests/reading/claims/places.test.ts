import { describe, expect, it } from 'vitest';
import { claimsIn } from './invented.js';

const regions: readonly (readonly [string, readonly string[]])[] = [
  ['It opened in Iskar in Lyonesse province.', ['region:IS PART_OF region:LY']],
  ['Iskar and Kardun in Lyonesse have brooms.', ['region:IS PART_OF region:LY', 'region:KA PART_OF region:LY']],
  [
    'A shop in Iskar, central Avalon’s Lyonesse province, closed.',
    ['region:IS PART_OF region:LY', 'region:LY PART_OF region:AV'],
  ],
  ['They are Mordale, Iskar in Lyonesse, and Avalon.', ['region:IS PART_OF region:LY']],
  ['The Ministry of Magic said that a shop in Iskar, Lyonesse, will open.', ['region:IS PART_OF region:LY']],
  ['莱昂内斯省伊斯卡市有一家商店。', ['region:IS PART_OF region:LY']],
  ['The shops in Mordale in Lyonesse are closed.', []],
  ['Iskar, Mordale and Avalon have brooms.', []],
  ['Iskar in Avalon has brooms.', []],
];

describe('a region in a region', () => {
  it.each(regions)('%s', (text, claims) => {
    expect(claimsIn(text, 'PART_OF')).toEqual(claims);
  });
});

const located: readonly (readonly [string, readonly string[]])[] = [
  ['The Iskar Municipal Broom Bureau replied.', ['agency:iskar-municipal-broom-bureau LOCATED_IN region:IS']],
  ['Owl Bank, which is based in Iskar, grew.', ['organization:owl-bank LOCATED_IN region:IS']],
  ['Owl Bank is headquartered in Iskar.', ['organization:owl-bank LOCATED_IN region:IS']],
  ['It sold wands to Iskar-based broom maker Owl Bank.', ['organization:owl-bank LOCATED_IN region:IS']],
  ['伊斯卡市扫帚管理局回应。', ['agency:n76df105ab7 LOCATED_IN region:IS']],
  ['Tom Riddle of the Wizard Institute in Iskar spoke.', ['organization:institute LOCATED_IN region:IS']],
  ['At the Wizard Fair in Iskar last year, Jane Doe said that it rained.', ['event:fair LOCATED_IN region:IS']],
  ['The Iskar Broom Bureau replied.', []],
  ['The Wizard Institute in Iskar’s dreams is large.', []],
  ['They asked the Wizard Fair in vain.', []],
];

describe('where bodies and events are', () => {
  it.each(located)('%s', (text, claims) => {
    expect(claimsIn(text, 'LOCATED_IN')).toEqual(claims);
  });
});

const bodies: readonly (readonly [string, readonly string[]])[] = [
  [
    'Tom Riddle, from the wand department of the Ministry of Magic, spoke.',
    ['agency:wand-department-of-the-ministry-of-magic PART_OF agency:magic'],
  ],
  [
    'It was announced by the Information Office of the Wizards Council.',
    ['agency:information-office-of-the-wizards-council PART_OF agency:council'],
  ],
  [
    'Tom Riddle, head of the Ministry of Magic’s wand department, spoke.',
    ['agency:wand-department-of-ministry-of-magic PART_OF agency:magic'],
  ],
  ['The Ministry of Magic and the Ministry of Owls met.', []],
];

describe('a body of a body', () => {
  it.each(bodies)('%s', (text, claims) => {
    expect(claimsIn(text, 'PART_OF')).toEqual(claims);
  });
});

const nationals: readonly (readonly [string, readonly string[]])[] = [
  ['Avalon’s Ministry of Magic replied.', ['agency:magic NATIONAL_OF region:AV']],
  ['Avalon’s biggest news site, Daily Prophet, replied.', ['organization:prophet NATIONAL_OF region:AV']],
  ['The Avalon Broom Dealers Association replied.', ['organization:dealers NATIONAL_OF region:AV']],
  ['阿瓦隆扫帚流通协会作出回应。', ['organization:dealers NATIONAL_OF region:AV']],
  ['Avalon’s imports by the Daily Prophet grew.', []],
  ['The Ministry of Magic replied to Avalon.', []],
  ['Lyonesse’s Ministry of Magic replied.', []],
];

describe('what is of a country', () => {
  it.each(nationals)('%s', (text, claims) => {
    expect(claimsIn(text, 'NATIONAL_OF')).toEqual(claims);
  });
});
