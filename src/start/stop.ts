import { setTimeout as after } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { stopListening } from '../server/drain.js';
import type { Readiness } from '../server/readiness.js';

/** In milliseconds: how long a stop accepts connections of clients that do not know of it yet, and when it no longer waits, for clients and for the graph. */
const stopping = { accept: 200, clients: 8_800, graph: 9_700 };

/** Stops: reports that it is not ready, drains in-flight requests, closes the graph. */
async function stopped(app: FastifyInstance, readiness: Readiness): Promise<void> {
  readiness.isClosing = true;
  void readiness.commands?.close();
  const wait = { ref: false };
  const [clients, graph] = [after(stopping.clients, undefined, wait), after(stopping.graph, undefined, wait)];
  await after(stopping.accept);
  await stopListening(app.server);
  await Promise.race([app.close(), clients]);
  await Promise.race([readiness.opened?.close(), graph]).catch((error: Error) => process.stderr.write(`${error.message}\n`));
}

/** On SIGTERM and SIGINT: stops, and exits 0 within 10 s. A second signal does not wait. */
export function stopOnSignals(app: FastifyInstance, readiness: Readiness): void {
  const stop = async () => {
    if (readiness.isClosing === true) process.exit(1);
    await stopped(app, readiness);
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}
