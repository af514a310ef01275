/** How a service ends without losing a request that was sent to it. */
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'node:net';
import { setImmediate as turn, setTimeout as after } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Admission } from './admission/admission.js';
import { unavailable, type Readiness } from './readiness.js';

/** In milliseconds since the service accepts no connections: until the steps of an end. */
const steps = {
  /** Clients that have sent nothing by then are disconnected. */
  idle: 1_000,
  /** What still runs is cancelled, and what comes is refused. */
  cancel: 4_000,
  /** All connections are closed. */
  end: 7_000,
};

/** How often idle connections are looked for, in milliseconds. */
const interval = 100;

/** While the service ends, each response asks its client to close the connection. */
export function addDrain(app: FastifyInstance, admission: Admission, readiness: Readiness): void {
  const { server } = app;
  const connections = new Set<Socket>();
  const drained = new Promise((resolve) => server.once('close', resolve));
  let isEnding = false;
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isEnding) void reply.header('connection', 'close');
    done(null, payload);
  });
  app.addHook('preClose', async () => {
    readiness.isClosing = isEnding = true;
    await stopListening(server);
    const timers = [
      setTimeout(() => void closeIdle(server, connections), steps.idle),
      setTimeout(() => admission.close(unavailable(true)), steps.cancel),
      setTimeout(() => server.closeAllConnections(), steps.end),
    ];
    if (connections.size > 0) await drained;
    for (const timer of timers) clearTimeout(timer);
  });
}

/** Accepts no more connections. Before responses ask clients to close theirs: they would open others. */
export async function stopListening(server: HttpServer): Promise<void> {
  if (!server.listening) return;
  await allAccepted(server);
  Server.prototype.close.call(server); // that of HTTP closes idle connections as well
}

/** In milliseconds: for how long connections are accepted that wait, and for how long a better moment to stop is looked for. */
const accepting = { longest: 3_000, quiet: 1_000 };

/**
 * The system resets connections that it has accepted before this process does. A turn of the event loop accepts one, and none when none waits: connections that
 * come in that turn are lost, so it should be a short one.
 */
async function allAccepted(server: HttpServer): Promise<void> {
  const since = performance.now();
  let count = 0;
  const accepted = () => count++;
  server.on('connection', accepted);
  for (;;) {
    const [before, began] = [count, performance.now()];
    await turn();
    const now = performance.now();
    const isQuiet = now - began < 1 || now - since > accepting.quiet;
    if ((count === before && isQuiet) || now - since > accepting.longest) break;
  }
  server.off('connection', accepted);
}

/** Closes each connection that is idle, after all that has arrived is read: a request that is still on its way would be lost with it. */
async function closeIdle(server: HttpServer, connections: ReadonlySet<Socket>): Promise<void> {
  while (connections.size > 0) {
    await turn();
    server.closeIdleConnections();
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy(); // to Node they are not idle yet
    await after(interval);
  }
}
