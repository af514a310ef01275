/** Agencies, organizations and the people there. */
import { choice, text } from '../properties.js';
import { rivalryMatters } from '../values.js';
import type { Relations } from './relation.js';

export const organizations = {
  HOLDS_POSITION: {
    description: 'A person holds a position at an agency or organization.',
    where: { out: 'holdsPositionAt', in: 'hasHolder' },
    from: ['Person'],
    to: ['Agency', 'Organization'],
    out: {
      positions: { description: 'The agencies and organizations where the person holds a position, with the title of each.' },
    },
    in: {
      people: {
        description: 'The people who hold a position there, with their titles.',
        parts: { by: 'PART_OF', description: 'Also people of its departments, at any depth.' },
      },
    },
    attributes: { title: text('The title of the position.') },
  },
  OWNS: {
    description: 'A region (as a state) or an organization owns an organization or a product.',
    where: { out: 'owns', in: 'ownedBy' },
    from: ['Region', 'Organization'],
    to: ['Organization', 'Product'],
    out: {
      owns: {
        description: {
          Region: 'The organizations and products that it owns as a state.',
          Organization: 'The organizations and products that it owns.',
        },
      },
    },
    in: { ownedBy: { description: 'The organizations and states that own it.' } },
    attributes: {},
  },
  FOUNDED: {
    description: 'A person, agency or organization set up an agency or organization.',
    where: { out: 'founded', in: 'foundedBy' },
    from: ['Person', 'Agency', 'Organization'],
    to: ['Agency', 'Organization'],
    out: {
      founded: {
        description: {
          Person: 'The agencies and organizations that the person set up.',
          Agency: 'The agencies and organizations that it set up.',
          Organization: 'The agencies and organizations that it set up.',
        },
      },
    },
    in: { founders: { description: 'The people, agencies and organizations that set it up.' } },
    attributes: {},
  },
  LISTED_ON: {
    description: 'The shares of an organization are traded on an exchange.',
    where: { out: 'listedOn', in: 'hasListing' },
    from: ['Organization'],
    to: ['Organization'],
    out: { exchanges: { description: 'The exchanges that its shares are traded on, with its ticker on each.' } },
    in: { listings: { description: 'The organizations whose shares are traded on it, with the ticker of each.' } },
    attributes: { ticker: text('The symbol that the shares are traded under.') },
  },
  WORKS_IN: {
    description: 'An organization works in a sector.',
    where: { out: 'worksIn', in: 'hasOrganization' },
    from: ['Organization'],
    to: ['Sector'],
    out: { sectors: { description: 'The sectors that it works in.' } },
    in: { organizations: { description: 'The organizations that work in it.' } },
    attributes: {},
  },
  RIVALS: {
    description: 'An organization competes with another, or is in a lawsuit with it.',
    where: { out: 'rivals', in: 'rivalOf' },
    from: ['Organization'],
    to: ['Organization'],
    out: { rivals: { description: 'The organizations that it competes with or sues, as the sources put it.' } },
    in: { rivalOf: { description: 'The organizations that compete with it or sue it, as the sources put it.' } },
    attributes: { matter: choice('What the rivalry is about.', rivalryMatters) },
  },
} as const satisfies Relations;
