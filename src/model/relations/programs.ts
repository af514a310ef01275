/** What policies and programs do, and to whom. */
import type { PartsModel, Relations } from './relation.js';

const included = {
  by: 'INCLUDES',
  description: 'Also of the sectors and products that it includes, at any depth. Each item is listed once, through the nearest.',
  byDefault: true,
} as const satisfies PartsModel;

export const programs = {
  ADMINISTERS: {
    description: 'An agency runs a program.',
    where: { out: 'administers', in: 'administeredBy' },
    from: ['Agency'],
    to: ['Program'],
    out: { programs: { description: 'The programs that it runs.' } },
    in: { administrators: { description: 'The agencies that run it.' } },
    attributes: {},
  },
  ESTABLISHES: {
    description: 'A policy sets up or carries on a program.',
    where: { out: 'establishes', in: 'establishedBy' },
    from: ['Policy'],
    to: ['Program'],
    out: { programs: { description: 'The programs that it sets up, carries on or sets rules for.' } },
    in: { policies: { description: 'The policies that set it up, carry it on or set rules for it.' } },
    attributes: {},
  },
  REGULATES: {
    description: 'A policy sets rules for a program without setting it up.',
    where: { out: 'regulates', in: 'regulatedBy' },
    from: ['Policy'],
    to: ['Program'],
    out: { regulates: { description: 'The programs that it sets rules for without setting them up.' }, programs: {} },
    in: { regulatedBy: { description: 'The policies that set rules for it without setting it up.' }, policies: {} },
    attributes: {},
  },
  COVERS: {
    description: 'A policy or program covers a region.',
    where: { out: 'covers', in: 'coveredBy' },
    from: ['Policy', 'Program'],
    to: ['Region'],
    out: {
      regions: {
        description: {
          Policy: 'The regions that it covers.',
          Program: 'The regions that it covers, each with its batch, since when, and the claims that say so.',
        },
        rollUp: true,
      },
    },
    in: {
      policies: { leadsTo: ['Policy'], description: 'The policies that cover it.', scope: true },
      programs: {
        leadsTo: ['Program'],
        description: 'The programs that cover it, each with its batch, since when, and the claims that say so.',
        scope: true,
      },
    },
    attributes: { batch: { type: 'integer', description: 'The batch in which the region was admitted; 1 is the first.' } },
  },
  CONCERNS: {
    description: 'A policy or program is about a sector, a product or organizations.',
    where: { out: 'concerns', in: 'concernOf' },
    from: ['Policy', 'Program'],
    to: ['Sector', 'Product', 'Organization'],
    out: {
      sectors: { leadsTo: ['Sector'], description: 'The sectors that it is about.' },
      products: { leadsTo: ['Product'], description: 'The products that it is about.' },
      organizations: { leadsTo: ['Organization'], description: 'The organizations that it is about.' },
    },
    in: {
      policies: { leadsTo: ['Policy'], description: 'The policies that are about it.', parts: included },
      programs: { leadsTo: ['Program'], description: 'The programs that are about it.', parts: included },
    },
    attributes: {},
    ofParts: 'INCLUDES',
  },
  SUPPORTS: {
    description: 'A policy or program helps a program along.',
    where: { out: 'supports', in: 'supportedBy' },
    from: ['Policy', 'Program'],
    to: ['Program'],
    out: { supports: { description: 'The programs that it helps along.' } },
    in: { supportedBy: { description: 'The policies and programs that help it along.' } },
    attributes: {},
  },
} as const satisfies Relations;
