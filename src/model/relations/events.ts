/** What happened, and who took part. */
import { text } from '../properties.js';
import type { Relations } from './relation.js';

export const events = {
  REACTED_TO: {
    description: 'A region, agency, organization or person reacted to an event or policy.',
    where: { out: 'reactedTo', in: 'hasReaction' },
    from: ['Region', 'Agency', 'Organization', 'Person'],
    to: ['Event', 'Policy'],
    out: { reactedTo: {} },
    in: { reactions: {} },
    attributes: { stance: text('The position taken, in our own words.') },
  },
  PARTICIPATED_IN: {
    description: 'A person, agency or organization took part in an event.',
    where: { out: 'participatedIn', in: 'hasParticipant' },
    from: ['Person', 'Agency', 'Organization'],
    to: ['Event'],
    out: {
      events: {
        description: {
          Person: 'The events that the person took part in, with the role in each.',
          Agency: 'The events that it took part in.',
          Organization: 'The events that it took part in.',
        },
      },
    },
    in: { participants: { description: 'The people, agencies and organizations that took part, with the role of each.' } },
    attributes: { role: text('The part taken, such as speaker or host.') },
  },
  INVOLVES: {
    description: 'An event involves a region or product without its taking part, such as the target or the weapon of an attack.',
    where: { out: 'involves', in: 'involvedIn' },
    from: ['Event'],
    to: ['Region', 'Product'],
    out: { involves: { description: 'The regions and products that it involves, with the role of each.' } },
    in: { involvedIn: { description: 'The events that involve it, with its role in each.', scope: true } },
    attributes: { role: text('The role in the event, such as target or weapon.') },
  },
} as const satisfies Relations;
