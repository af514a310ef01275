/** Where things are, and what belongs to what. */
import type { Relations } from './relation.js';

export const places = {
  PART_OF: {
    description: 'A region lies in a region, an agency or organization belongs to another.',
    where: { out: 'partOf', in: 'hasPart' },
    from: ['Region', 'Agency', 'Organization'],
    to: ['Region', 'Agency', 'Organization'],
    out: {
      parent: {
        description: {
          Region: 'The region that it lies in: the province of a city, the part of the world of a country.',
          Agency: 'The agency that it belongs to; null when none is known.',
          Organization: 'The organization that it belongs to; null when none is known.',
        },
        one: true,
      },
    },
    in: {
      children: {
        description: {
          Region: 'The regions that lie directly in it.',
          Agency: 'Its departments and subordinate bodies.',
          Organization: 'The organizations that belong to it.',
        },
      },
    },
    sameLabel: true,
    attributes: {},
    single: ['Region', 'Agency'],
    acyclic: true,
  },
  MEMBER_OF: {
    description: 'A region is a member of a bloc.',
    where: { out: 'memberOf', in: 'hasMember' },
    from: ['Region'],
    to: ['Region'],
    out: { blocs: { description: 'The blocs of countries that it is a member of.' } },
    in: { members: { description: 'The members of a bloc.' } },
    attributes: {},
    acyclic: true,
  },
  LOCATED_IN: {
    description: 'An agency, organization or event is in a region.',
    where: { out: 'locatedIn', in: 'locationOf' },
    from: ['Agency', 'Organization', 'Event'],
    to: ['Region'],
    out: {
      location: {
        description: {
          Agency: 'The region where it is; null when none is known.',
          Organization: 'The region where it is; null when none is known.',
          Event: 'The region where it took place; null when none is known.',
        },
        one: true,
      },
    },
    in: { located: { description: 'The agencies, organizations and events there.', scope: true } },
    attributes: {},
  },
  NATIONAL_OF: {
    description:
      "An agency, organization or event is a country's own, as a source calls it; where it is located is another matter.",
    where: { out: 'nationalOf', in: 'hasNational' },
    from: ['Agency', 'Organization', 'Event'],
    to: ['Region'],
    out: { nationality: { description: 'The countries whose own it is, as sources call it.' } },
    in: { nationals: { description: 'The agencies, organizations and events that sources call its own.', scope: true } },
    attributes: {},
  },
} as const satisfies Relations;
