import { once } from 'node:events';
import { Server } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';

/** How long clients may keep their connections while the service closes, in milliseconds. */
const drainTimeout = 2_000;

/**
 * Accepts no new connections, while every response on the others asks the client to close its own.
 * A connection that is closed at once may have a request on its way, which would be lost.
 */
export async function drain(server: Server): Promise<void> {
  if (!server.listening) return;
  const drained = once(server, 'close');
  Server.prototype.close.call(server); // that of HTTP closes idle connections as well
  await Promise.race([drained, after(drainTimeout)]);
}
