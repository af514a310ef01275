/** Subscriptions as server-sent events: POST /graphql/stream, in the protocol of graphql-sse with a connection for each. */
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { FormattedExecutionResult } from 'graphql';
import { GraphError } from '../graph/errors.js';
import { clientOf } from './admission/client.js';
import { errorBody } from './errors.js';
import { loadedGraph, unavailable } from './readiness.js';
import type { Answers, SubscriptionRequest } from './subscriptions.js';
import type { FollowOptions } from './web-socket.js';

/** How often something is sent on a stream that has nothing to tell, in milliseconds. */
const pingEvery = 12_000;

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  connection: 'keep-alive',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
};

export function addEventStream(app: FastifyInstance, options: FollowOptions): void {
  const streams = new Set<Answers>();
  let closing = false;
  app.route({
    method: 'POST',
    url: '/graphql/stream',
    config: { transport: 'sse' },
    handler: async (request, reply) => {
      const subscription = requestOf(request.body);
      if (!request.headers.accept?.includes('text/event-stream'))
        return reply.code(406).send(errorBody('Changes come as events: send accept: text/event-stream.', 'BAD_REQUEST'));
      if (subscription === undefined)
        throw new GraphError('BAD_REQUEST', 'Send JSON with a "query", and "variables" where it has any.');
      if (closing) throw unavailable(true);
      loadedGraph(options.readiness);
      reply.hijack();
      const { account, record } = request;
      const caller = { account, client: clientOf(request), record, onEnd: () => undefined }; // the end of its request is reported
      const opened = await options.subscriptions.open(subscription, caller);
      const answers = 'answers' in opened ? opened.answers : failed(opened);
      streams.add(answers);
      if (closing) void answers.return();
      reply.raw.once('close', () => streams.delete(answers));
      return stream(reply, answers, { id: record.id, unreadTimeout: options.unreadTimeout });
    },
  });
  app.addHook('preClose', async () => {
    closing = true;
    for (const answers of streams) void answers.return(); // which completes the stream
  });
}

function requestOf(body: unknown): SubscriptionRequest | undefined {
  const { query, documentId, extensions, operationName, variables } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const fits =
    (typeof query === 'string' || (query == null && (documentId ?? extensions) != null)) &&
    (operationName == null || typeof operationName === 'string') &&
    (variables == null || (typeof variables === 'object' && !Array.isArray(variables)));
  if (!fits) return undefined;
  return {
    query: query ?? undefined,
    documentId,
    extensions,
    operationName: operationName ?? undefined,
    variables: (variables ?? undefined) as SubscriptionRequest['variables'],
  };
}

/** Sends each answer when the one before has left. Who does not read in time is dropped; nobody else waits for it. */
async function stream(
  reply: FastifyReply,
  answers: Answers,
  { id, unreadTimeout }: { readonly id: string; readonly unreadTimeout: number },
): Promise<void> {
  const response = reply.raw;
  response.once('close', () => void answers.return());
  response.on('error', () => response.destroy());
  if (!response.writable) return void (await answers.return());
  response.writeHead(200, { ...(reply.getHeaders() as OutgoingHttpHeaders), ...headers, 'x-request-id': id });
  const pings = setInterval(() => response.writableLength === 0 && response.write(':\n\n'), pingEvery).unref();
  response.write(':\n\n'); // browsers wait for a first byte
  try {
    for await (const answer of answers)
      if (!(await written(response, `event: next\ndata: ${JSON.stringify(answer)}\n\n`, unreadTimeout))) return;
    if (response.writable) response.end('event: complete\ndata:\n\n');
  } finally {
    clearInterval(pings);
  }
}

async function* failed(result: FormattedExecutionResult): Answers {
  yield result;
}

/** Resolves when the text has left, with true, or when the response is closed. */
function written(response: ServerResponse, text: string, unreadTimeout: number): Promise<boolean> {
  if (!response.writable) return Promise.resolve(false);
  return new Promise((resolve) => {
    const timer = setTimeout(() => response.destroy(), unreadTimeout);
    response.write(text, (error) => {
      clearTimeout(timer);
      resolve(error == null);
    });
  });
}
