/** Who makes a policy, and which other policies it is about. */
import { choice, text } from '../properties.js';
import { issuerRoles } from '../values.js';
import type { Relations } from './relation.js';

/** One policy is about an earlier one: how, is the relation's type. */
const priorPolicies = {
  from: ['Policy'],
  to: ['Policy'],
  out: { priorPolicies: { description: 'Earlier policies that it amends, repeals, implements or follows.' } },
  in: { laterPolicies: { description: 'Later policies that amend, repeal, implement or follow it.' } },
  attributes: {},
} as const;

export const policies = {
  ISSUED: {
    description: 'An agency issued a policy.',
    where: { out: 'issued', in: 'issuedBy' },
    from: ['Agency'],
    to: ['Policy'],
    out: { policies: { description: 'The policies that it issued, with its role in each.' } },
    in: {
      issuers: {
        description:
          'The agencies that issued it, with the role of each. `unnamedIssuers` counts those that a source does not name.',
      },
    },
    attributes: { role: choice('What part the issuer had.', issuerRoles) },
  },
  SIGNED: {
    description: 'A person signed a policy.',
    where: { out: 'signed', in: 'signedBy' },
    from: ['Person'],
    to: ['Policy'],
    out: { policies: { description: 'The policies that the person signed, with the title of each signature.' } },
    in: { signatories: { description: 'The people who signed it, with the title that each signed under.' } },
    attributes: { title: text('The title that the person signed under.') },
  },
  PARTY_TO: {
    description: 'A region, agency or organization is a partner of an agreement. Regions inside a party do not inherit it.',
    where: { out: 'partyTo', in: 'hasParty' },
    from: ['Region', 'Agency', 'Organization'],
    to: ['Policy', 'Program'],
    out: { agreements: { description: 'The policies and programs that it is a partner of.' } },
    in: { parties: { description: 'Its partners: regions, agencies and organizations.' } },
    attributes: {},
  },
  AMENDS: { description: 'A policy changes an earlier one.', where: { out: 'amends', in: 'amendedBy' }, ...priorPolicies },
  REPEALS: { description: 'A policy ends an earlier one.', where: { out: 'repeals', in: 'repealedBy' }, ...priorPolicies },
  IMPLEMENTS: {
    description: 'A policy carries out an earlier one.',
    where: { out: 'implements', in: 'implementedBy' },
    ...priorPolicies,
  },
  FOLLOWS: {
    description: 'A policy comes after an earlier one on the same matter.',
    where: { out: 'follows', in: 'followedBy' },
    ...priorPolicies,
  },
  HAS_TOPIC: {
    description: 'A policy is filed under a topic.',
    where: { out: 'hasTopic', in: 'topicOf' },
    from: ['Policy'],
    to: ['Topic'],
    out: { topics: { description: 'The topics that it is filed under.' } },
    in: { policies: { description: 'The policies that are filed under it.' } },
    attributes: {},
    quiet: true,
  },
} as const satisfies Relations;
