import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { limits } from '../../limits.js';

const { refusals } = limits.admission;

/** In milliseconds: of the time over which refusals are counted, and for which a connection counts as refused. */
const window = 1_000;

/** What is refused while repeats wait is so much less than what would be. */
const calm = 20;

/**
 * Clients that send again at once what was refused would have the service do nothing but refuse. While there are too many of them, a connection that was refused
 * a moment ago waits for its next refusal.
 */
export class Repeats {
  private readonly refusedAt = new WeakMap<Socket, number>();
  private count = 0;
  private countedFrom = 0;
  private isStorm = false;

  constructor(app: FastifyInstance) {
    app.addHook('onResponse', (request, reply, done) => {
      if (reply.statusCode === 503) this.refused(request.raw.socket);
      done();
    });
  }

  /** Whether a request on this connection is to wait. */
  mustWait(socket: Socket): boolean {
    return this.isStorm && performance.now() - (this.refusedAt.get(socket) ?? -window) < window;
  }

  private refused(socket: Socket): void {
    const now = performance.now();
    this.refusedAt.set(socket, now);
    this.count++;
    if (this.count > refusals.value) this.isStorm = true;
    if (now - this.countedFrom < window) return;
    this.isStorm &&= this.count > refusals.value / calm;
    [this.count, this.countedFrom] = [0, now];
  }
}
