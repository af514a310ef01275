/** The graph, or a part of it, as a download: GET /export/FORMAT, by the same code as the command. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { idsInAnswer, type Asking } from '../../export/answer-ids.js';
import { GraphReader } from '../../export/graph-reader.js';
import { chosenBy } from '../../export/part.js';
import type { RecordIds } from '../../export/record-ids.js';
import { subgraphOf, withIds } from '../../export/subgraph.js';
import { GraphError } from '../../graph/errors.js';
import type { Graph } from '../../graph/port.js';
import { limits } from '../../limits.js';
import type { Admission } from '../admission/admission.js';
import { clientOf } from '../admission/client.js';
import { deadlineAfter, type Cancel } from '../deadline.js';
import { isPublic } from '../errors.js';
import type { PublicAddress } from '../address/public-address.js';
import type { Metrics } from '../metrics/metrics.js';
import { mustBeOwnSite } from '../own-site.js';
import type { PersistedOperations } from '../persisted/persisted-operations.js';
import { loadedGraph, type Readiness } from '../readiness.js';
import { downloadOf } from './download.js';
import { exportedGraph } from './exported-graph.js';
import { exportRequestOf, type ExportRequest } from './parameters.js';
import { ExportPlaces } from './places.js';

export interface ExportRoute {
  readonly readiness: Readiness;
  /** GraphQL as the caller of a request may ask it. */
  readonly askingFor: (request: FastifyRequest, cancel: Cancel) => Asking;
  readonly admission: Admission;
  readonly persisted: PersistedOperations;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly address: PublicAddress;
  readonly csrfPrevention: boolean;
}

const { time, bytes, unread } = limits.exports;
const seconds = 1_000;

export function addExports(app: FastifyInstance, options: ExportRoute): void {
  const { readiness, admission, persisted, metrics, logger, address, csrfPrevention } = options;
  const places = new ExportPlaces(metrics);
  app.route({
    method: ['GET', 'HEAD', 'POST'],
    url: '/export/:format',
    config: { transport: 'export' },
    handler: async (request, reply) => {
      if (csrfPrevention) mustBeOwnSite(request, address, ofOtherSite);
      const graph = loadedGraph(readiness);
      const wanted = exportRequestOf(request);
      if (wanted.part !== undefined && 'operation' in wanted.part) persisted.mustRun(wanted.part.operation.query);
      const { mediaType, fileName, content } = await downloadOf(wanted);
      const headers = {
        'content-type': mediaType,
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'no-store',
      };
      if (request.method === 'HEAD') return reply.headers(headers).send();
      const free = places.take(clientOf(request));
      reply.raw.once('close', free);
      const cancel = cancelOf(reply, admission.closed);
      const exported = exportedGraph(graph, cancel, request.record);
      const ids = await idsOf(exported, wanted, options.askingFor(request, cancel));
      const chunks = ending(content(new GraphReader(exported, undefined, ids, wanted.asOf)), free);
      const stream = Readable.from(counted(chunks, request, reply, logger), { objectMode: false, highWaterMark: 1 });
      cancel.signal.addEventListener('abort', () => stream.destroy(cancel.signal.reason as Error), { once: true });
      return reply.headers(headers).send(stream);
    },
  });
}

const ofOtherSite = 'Pages of other sites must not start an export: open the address itself.';

/** Ends an export at its deadline, when the service ends, and when the client leaves or stops reading. */
function cancelOf(reply: FastifyReply, closed: AbortSignal): Cancel {
  const message = `The export took longer than ${time.value} s: export a part, or use the command "policygraph export".`;
  const { clear, ...cancel } = deadlineAfter(time.value * seconds, message);
  const close = () => cancel.abort(closed.reason as Error);
  closed.addEventListener('abort', close, { once: true });
  reply.raw.once('close', () => {
    clear();
    closed.removeEventListener('abort', close);
    cancel.abort(new GraphError('TIMEOUT', 'The client is gone.'));
  });
  reply.raw.setTimeout(unread.value * seconds, () => {
    if (reply.raw.writableNeedDrain) cancel.abort(new GraphError('TIMEOUT', 'The client stopped reading.'));
  });
  return cancel;
}

/** Which records are wanted; undefined for all. Throws BAD_USER_INPUT for none. */
async function idsOf(graph: Graph, { part }: ExportRequest, asking: Asking): Promise<RecordIds | undefined> {
  if (part === undefined) return undefined;
  const chosen =
    'operation' in part ? await withIds(graph, (await idsInAnswer(asking, part.operation)).ids) : await chosenBy(graph, part);
  if (chosen.entities.size > 0) return subgraphOf(graph, chosen);
  throw new GraphError('BAD_USER_INPUT', `There is nothing to export: ${nothing(part)}.`);
}

function nothing(part: NonNullable<ExportRequest['part']>): string {
  if ('types' in part) return `the graph has no entity of these types (${part.types.join(', ')})`;
  if ('about' in part) return `the graph has no entity ${part.about.map((id) => JSON.stringify(id)).join(' or ')}`;
  return 'the answer to the query has no id of an entity, claim or observation; ask for "id"';
}

/** Calls `end` as soon as all chunks are read: the client may have the last one before the response is closed. */
async function* ending<T>(chunks: AsyncIterable<T>, end: () => void): AsyncGenerator<T> {
  try {
    yield* chunks;
  } finally {
    end();
  }
}

/** The chunks, whose bytes are counted. What goes wrong after the first can only end the download: it is logged. */
async function* counted(
  chunks: AsyncIterable<string | Uint8Array>,
  { record }: FastifyRequest,
  { raw }: FastifyReply,
  logger: Logger,
): AsyncGenerator<string | Uint8Array> {
  let sent = 0;
  try {
    for await (const chunk of chunks) {
      record.bytes = sent += typeof chunk === 'string' ? Buffer.byteLength(chunk) : chunk.length;
      if (sent > bytes.value) throw new GraphError('QUERY_TOO_EXPENSIVE', `The export is larger than ${bytes.value} bytes.`);
      yield chunk;
    }
  } catch (error) {
    const isOurs = error instanceof GraphError && isPublic(error);
    if (!raw.destroyed) record.codes.add(isOurs ? error.code : 'INTERNAL_SERVER_ERROR');
    if (!isOurs) logger.error({ err: error }, 'Unexpected error');
    throw error;
  }
}
