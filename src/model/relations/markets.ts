/** Goods, markets and sectors. */
import { choice, idOf, text } from '../properties.js';
import { marketExtents } from '../values.js';
import type { Relations } from './relation.js';

export const markets = {
  MARKETS_TO: {
    description: 'A product, program or organization sells to a region.',
    where: { out: 'marketsTo', in: 'marketOf' },
    from: ['Product', 'Program', 'Organization'],
    to: ['Region'],
    out: {
      markets: {
        description: {
          Product: 'The regions that it is sold to.',
          Program: 'The regions that it sells to.',
          Organization: 'The regions that it sells to.',
        },
      },
    },
    in: { marketedBy: { description: 'The products, programs and organizations that sell to it.', scope: true } },
    attributes: {
      origin: idOf(text('The id of the region that the seller or the goods come from.'), 'Region'),
      extent: choice('How much is sold there, only as the source says.', marketExtents),
    },
  },
  DEPENDS_ON: {
    description: 'A region, sector, organization or product depends on a product, region or organization.',
    where: { out: 'dependsOn', in: 'hasDependent' },
    from: ['Region', 'Sector', 'Organization', 'Product'],
    to: ['Product', 'Region', 'Organization'],
    out: { dependsOn: {} },
    in: { dependents: {} },
    attributes: {},
  },
  STUDIES: {
    description: 'An organization or person studies a product, sector, policy or program.',
    where: { out: 'studies', in: 'studiedBy' },
    from: ['Organization', 'Person'],
    to: ['Product', 'Sector', 'Policy', 'Program'],
    out: { studies: {} },
    in: { studiedBy: {} },
    attributes: { question: text('What is studied, in our own words.') },
  },
  AFFECTS: {
    description: 'A policy, program, event or sector has an effect on a sector, product, region or organization.',
    where: { out: 'affects', in: 'affectedBy' },
    from: ['Policy', 'Program', 'Event', 'Sector'],
    to: ['Sector', 'Product', 'Region', 'Organization'],
    out: { affects: {} },
    in: { affectedBy: { scope: true } },
    attributes: { effect: text('The effect, in our own words.') },
  },
  INCLUDES: {
    description: 'A sector or product is made up of others.',
    where: { out: 'includes', in: 'includedIn' },
    from: ['Sector', 'Product'],
    to: ['Sector', 'Product'],
    out: { includes: { description: 'The sectors and products that it is made up of.' } },
    in: { partOf: { description: 'The sectors and products that it is a part of.' } },
    attributes: {},
    acyclic: true,
  },
} as const satisfies Relations;
