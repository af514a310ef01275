import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphError } from '../graph/errors.js';
import { deadlineAfter, type Cancel } from './deadline.js';

/** Aborts at the deadline, and when the client disconnects: nobody waits for the answer then. */
export function untilDone(request: FastifyRequest, reply: FastifyReply, deadline: number): Cancel {
  const { clear, ...cancel } = deadlineAfter(deadline);
  const left = departure(request, reply);
  left.addEventListener('abort', () => cancel.abort(left.reason as Error), { once: true });
  reply.raw.once('close', clear);
  return cancel;
}

/** Aborts when the client disconnects before it has the answer. */
export function departure(request: FastifyRequest, reply: FastifyReply): AbortSignal {
  const client = new AbortController();
  const disconnected = () => client.abort(new GraphError('TIMEOUT', 'The client is gone.'));
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) disconnected();
  });
  request.raw.once('error', disconnected);
  return client.signal;
}
