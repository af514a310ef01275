import type { FastifyInstance } from 'fastify';
import { GraphError } from '../../graph/errors.js';
import { limits } from '../../limits.js';
import type { Admission } from './admission.js';
import { Repeats } from './repeats.js';

/** What costs more than it takes to refuse it. */
const bounded: ReadonlySet<string | undefined> = new Set(['/graphql', '/graphql/stream', '/import']);

const { reading, hold } = limits.admission;

/**
 * While operations wait, refuses requests that the event loop finds after it has read others for a while in one turn: a thousand that arrive together would
 * otherwise keep health, and all operations that run, waiting until every body is read. First of all hooks, before any work is done.
 */
export function limitTurns(app: FastifyInstance, admission: Admission): void {
  let began: number | undefined;
  const elapsed = () => {
    const now = performance.now();
    if (began === undefined) setImmediate(() => (began = undefined)); // after all that this turn finds
    return now - (began ??= now);
  };
  const repeats = new Repeats(app);
  app.addHook('onRequest', (request, _reply, done) => {
    if (!bounded.has(request.routeOptions.url)) return done();
    if (repeats.mustWait(request.raw.socket)) return void setTimeout(done, hold.value);
    const isLate = elapsed() > reading.value && admission.isBusy;
    return done(isLate ? tooMany() : undefined);
  });
}

const tooMany = () =>
  new GraphError(
    'OVERLOADED',
    'The service is overloaded: more requests arrive than it can read. Retry after 1 s.',
    {},
    { retryAfter: 1 },
  );
