import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { limits } from '../../limits.js';
import type { Admission } from './admission.js';
import type { UnreadRefusals } from './unread.js';

/** What costs more than it takes to refuse it. */
const bounded: ReadonlySet<string | undefined> = new Set(['/graphql', '/graphql/stream', '/import', '/text', '/export/:format']);
const isBounded = (url = ''): boolean => bounded.has(url) || url.startsWith('/reconcile');

const { reading, together, wait } = limits.admission;

/**
 * While operations wait, refuses two kinds of requests before they are read, as the first of all hooks. Those that the event loop finds after it has read many
 * others for a while in one turn: a thousand that arrive together would otherwise keep health, and all operations that run, waiting until every body is read. And those
 * on a connection that was refused twice in a second: `Retry-After` says when to retry, and a service that reads its requests again and again does nothing else.
 */
export function limitTurns(app: FastifyInstance, admission: Admission, refusals: UnreadRefusals): void {
  const connections = new RefusedConnections(app);
  const turn = new Turn();
  app.addHook('onRequest', (request, reply, done) => {
    if (!isBounded(request.routeOptions.url)) return done();
    const isLate = turn.add() > reading.value && turn.count > together.value;
    if (!admission.isBusy || !(isLate || connections.mustWait(request.raw.socket))) return done();
    reply.hijack();
    refusals.add(reply);
  });
}

/** One turn of the event loop. */
class Turn {
  private began = 0;
  /** The requests of this turn. */
  count = 0;

  /** Counts a request: milliseconds since the first of this turn. */
  add(): number {
    const now = performance.now();
    if (this.count++ === 0) {
      this.began = now;
      setImmediate(() => (this.count = 0)); // after all that this turn finds
    }
    return now - this.began;
  }
}

/** Milliseconds. */
const recent = 1_000 * wait.value;

/** The connections that were refused twice. One of a proxy carries the requests of many clients, and never counts. */
class RefusedConnections {
  private readonly refusals = new WeakMap<Socket, readonly number[]>();

  constructor(app: FastifyInstance) {
    app.addHook('onResponse', ({ raw: { socket }, ips = [] }, { statusCode }, done) => {
      if (statusCode === 503 && ips.length < 2) this.refusals.set(socket, [...this.latest(socket).slice(-1), performance.now()]);
      done();
    });
  }

  /** Whether a connection was refused so recently, and sends again all the same, that it would be again. */
  mustWait(socket: Socket): boolean {
    const [first = -Infinity, second] = this.latest(socket);
    return second !== undefined && performance.now() - first < recent;
  }

  private latest(socket: Socket): readonly number[] {
    return this.refusals.get(socket) ?? [];
  }
}
