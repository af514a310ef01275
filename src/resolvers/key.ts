import { now } from '../graph/time/as-of.js';
import type { Context } from './context.js';

export const keyDescription =
  'Its identity within the requested view, for clients that normalise: the id in the default view; otherwise the id with the day, and with the instant and the certainty if given, such as "program:x@2018-12-31".';

/** The same view has the same key, however it was requested. No id contains "@". */
export function keyOf(id: string, { loaders, today }: Context): string {
  const { on, knownAt, atLeast = 'POSSIBLE' } = loaders.reader.asOf;
  const beyond = [...(knownAt === now ? [] : [knownAt]), ...(atLeast === 'POSSIBLE' ? [] : [atLeast])];
  return on === today && beyond.length === 0 ? id : [id, on, ...beyond].join('@');
}
