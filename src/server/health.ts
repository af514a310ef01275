import type { FastifyInstance } from 'fastify';
import { alive } from '../graph/alive.js';
import type { Graph } from '../graph/port.js';
import type { Readiness } from './readiness.js';
import { retryAfter } from './errors.js';

/** How long the graph may take to say that it is there, in milliseconds. */
const aliveTimeout = 1_500;

/** `/health/live`: the process answers. `/health/ready`: it can answer questions; 503 until then, and while the graph is away. */
export function addHealth(app: FastifyInstance, readiness: Readiness): void {
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    if (await answers(readiness.graph)) return { status: 'ready' };
    return reply
      .code(503)
      .header('retry-after', retryAfter)
      .send({ status: readiness.graph === undefined ? 'loading' : 'unavailable' });
  });
}

async function answers(graph: Graph | undefined): Promise<boolean> {
  if (graph === undefined) return false;
  try {
    await graph.read(alive({}), { signal: AbortSignal.timeout(aliveTimeout) });
    return true;
  } catch {
    return false;
  }
}
