import { describe, expect, it } from 'vitest';
import { claimsIn } from './invented.js';

const covers = (ids: readonly string[], more = '') => ids.map((id) => `program:pilot COVERS region:${id}${more}`);

const covered: readonly (readonly [string, readonly string[]])[] = [
  ['The used-broom export pilot covers Lyonesse and Mordale.', covers(['LY', 'MO'])],
  ['The used-broom export pilot was expanded to Iskar in Lyonesse and Mordale.', covers(['IS', 'MO'])],
  ['The used-broom export pilot will be carried out in Lyonesse, Mordale and Kardun.', covers(['LY', 'MO', 'KA'])],
  [
    'The used-broom export pilot began. The three regions are Lyonesse, Mordale and Kardun.',
    [...covers(['LY', 'MO', 'KA']), 'program:pilot LISTS_ALL_MEMBERS 3 regions'],
  ],
  [
    'The used-broom export pilot began, with Lyonesse and Mordale among the first batch of 3 regions. The 3 regions are Lyonesse, Mordale and Kardun.',
    [...covers(['LY', 'MO'], ' batch=1'), ...covers(['KA'], ' batch=1'), 'program:pilot LISTS_ALL_MEMBERS 3 regions of batch 1'],
  ],
  ['The used-broom export pilot grew. The five regions are Lyonesse and Mordale.', covers(['LY', 'MO'])],
  ['Lyonesse and Mordale were selected for the used-broom export pilot.', covers(['LY', 'MO'])],
  [
    'The used-broom export pilot will be extended to Lyonesse and Mordale provinces and to the city of Kardun.',
    covers(['LY', 'MO', 'KA']),
  ],
  ['The used-broom export pilot has so far covered Lyonesse.', covers(['LY'])],
  ['The used-broom export pilot continues in Iskar and Kardun counties.', covers(['IS', 'KA'])],
  [
    'Lyonesse on May 2 became the third region to join the used-broom export pilot, after Mordale and Kardun.',
    covers(['LY', 'MO', 'KA']),
  ],
  ['The ministry has proposed to extend the used-broom export pilot to Lyonesse.', []],
  ['二手扫帚出口试点首批在莱昂内斯、莫代尔和卡尔顿开展。', covers(['LY', 'MO', 'KA'], ' batch=1')],
  [
    '第二批二手扫帚出口试点扩大到莱昂内斯、莫代尔2个地区。',
    [...covers(['LY', 'MO'], ' batch=2'), 'program:pilot LISTS_ALL_MEMBERS 2 regions of batch 2'],
  ],
  ['莱昂内斯省伊斯卡市和莫代尔被列入二手扫帚出口试点。', covers(['IS', 'MO'])],
  ['伊斯卡、卡尔顿等12个城市已加入“二手扫帚出口试点”。', covers(['IS', 'KA'])],
  ['二手扫帚出口试点扩围。名单涵盖14个城市，其中包括伊斯卡和莫代尔。', covers(['IS', 'MO'])],
  ['二手扫帚出口试点覆盖莱昂内斯、莫代尔等。', covers(['LY', 'MO'])],
];

const notCovered: readonly string[] = [
  'The used-broom export pilot was not expanded to Lyonesse.',
  'The used-broom export pilot is nationwide.',
  'The used-broom export pilot began. Shops in Lyonesse and Mordale are happy.',
  'Will the used-broom export pilot be carried out in Lyonesse?',
  'If the used-broom export pilot was expanded to Lyonesse, shops would open.',
  'Officials denied that the used-broom export pilot was expanded to Lyonesse.',
  'Neither Lyonesse nor Mordale is covered by the used-broom export pilot.',
  'All regions but Kardun are covered by the used-broom export pilot.',
  'Not even Lyonesse was selected for the used-broom export pilot.',
  'Except for Mordale, no region is covered. Unlike Mordale, is Lyonesse among the pilot regions?',
  '二手扫帚出口试点尚未扩大到莱昂内斯。',
  '二手扫帚出口试点未覆盖莱昂内斯。',
  '如果二手扫帚出口试点扩大到莱昂内斯，商店将开门。',
];

describe('places that a program covers', () => {
  it.each(covered)('%s', (text, claims) => {
    expect(claimsIn(text, 'COVERS', 'LISTS_ALL_MEMBERS').toSorted()).toEqual([...claims].toSorted());
  });

  it.each(notCovered)('are not in: %s', (text) => {
    expect(claimsIn(text, 'COVERS', 'LISTS_ALL_MEMBERS')).toEqual([]);
  });
});
