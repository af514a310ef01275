/** What documents name, and who published them. */
import { labels } from '../entities.js';
import { choice } from '../properties.js';
import { publisherRoles } from '../values.js';
import type { Relations } from './relation.js';

export const documents = {
  PUBLISHED: {
    description: 'An organization published a document, or is the source that the document names.',
    where: { out: 'published', in: 'publishedBy' },
    from: ['Organization'],
    to: ['Document'],
    out: { published: { description: 'The documents that it published, or that name it as their source.' } },
    in: { publishers: { description: 'The outlets that published it, and those that it names as its source.' } },
    attributes: { role: choice('Whether it is the publisher or the source that the document names.', publisherRoles) },
    quiet: true,
  },
  MENTIONS: {
    description: 'A document names an entity.',
    where: { out: 'mentions', in: 'mentionedIn' },
    from: ['Document'],
    to: labels,
    out: { mentions: { description: 'The entities that it names.' } },
    in: { documents: { description: 'The documents that name it.', scope: true } },
    attributes: {},
    quiet: true,
  },
} as const satisfies Relations;
