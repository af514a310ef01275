import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { OperationRecord, Transport } from './operation-record.js';
import type { Reporter } from './reporter.js';
import { requestIdOf } from './request-id.js';

declare module 'fastify' {
  interface FastifyRequest {
    record: OperationRecord;
  }
  interface FastifyContextConfig {
    /** Set for routes of operations, which are reported one by one. */
    readonly transport?: Transport;
  }
}

/** Records every request from its arrival until its answer has left or its client has gone, whatever answers it. Comes before all other hooks. */
export function observeRequests(app: FastifyInstance, reporter: Reporter): void {
  app.decorateRequest('record');
  app.addHook('onRequest', (request, reply, done) => {
    const { headers, method, routeOptions } = request;
    const { transport } = routeOptions.config;
    request.record = reporter.begin(requestIdOf(headers), { transport, headers, method, route: routeOptions.url ?? '' });
    reply.raw.once('close', () => end(request, reply, reporter));
    done();
  });
  app.addHook('preSerialization', (request, _reply, payload, done) => {
    request.record.addErrors((payload as { errors?: readonly GraphQLFormattedError[] } | null)?.errors);
    done(null, payload);
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    request.record.bytes = sizeOf(payload);
    void reply.header('x-request-id', request.record.id);
    done(null, payload);
  });
}

function end({ record, account }: FastifyRequest, reply: FastifyReply, reporter: Reporter): void {
  const { raw } = reply;
  const isPage = String(reply.getHeader('content-type')).startsWith('text/html');
  reporter.end(record, { status: raw.statusCode, account, aborted: !raw.writableFinished, isPage });
}

/** Streams have no size until they have been read. */
function sizeOf(payload: unknown): number {
  if (typeof payload === 'string') return Buffer.byteLength(payload);
  return Buffer.isBuffer(payload) ? payload.length : 0;
}
