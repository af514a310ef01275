import { fastify, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Account } from '../accounts/account.js';
import type { Authenticate } from '../accounts/authenticate.js';
import type { ModelSettings } from '../settings/model-settings.js';
import type { AddressSettings } from '../settings/address-settings.js';
import { Archive } from '../archive.js';
import { limits, type OperationBounds } from '../limits.js';
import type { Rate } from '../settings/rate.js';
import { withTexts } from '../reading/kept/kept-texts.js';
import { ModelReadings } from '../reading/language-model/model-readings.js';
import { ReadingThread } from '../reading/thread/reading-thread.js';
import type { RequestContext } from '../resolvers/context.js';
import { addCors } from './address/cors.js';
import { addAddressGuard, routingOf } from './address/guard.js';
import { PublicAddress, ownMachine } from './address/public-address.js';
import type { Meaning } from '../meaning/meaning.js';
import { Admission } from './admission/admission.js';
import { RateLimit } from './admission/rate-limit.js';
import { limitTurns } from './admission/loop-turn.js';
import { UnreadRefusals } from './admission/unread.js';
import { addAuthentication, admission } from './authentication.js';
import { addBodyParser, bodyLimits } from './body.js';
import { addCompression } from './compression.js';
import { refuseConnection } from './connection-errors.js';
import { boundedGraph } from './bounded-graph.js';
import type { Cancel } from './deadline.js';
import { addDrain } from './drain.js';
import { addAgents } from './agents/route.js';
import { addEventStream } from './event-stream.js';
import { askingAs, executingAs } from './exports/asking.js';
import { addExports } from './exports/route.js';
import { addGraphql } from './graphql-route.js';
import { graphqlSchema } from './graphql-schema.js';
import { graphqlServer } from './graphql.js';
import { addHealth } from './health.js';
import { errorHandler, notFoundHandler } from './http-errors.js';
import { addImports, type Importer } from './imports.js';
import { addPages } from './pages.js';
import { addReconciliation } from './reconcile/route.js';
import { addMetrics, type MetricsAccess } from './metrics/endpoint.js';
import { Metrics } from './metrics/metrics.js';
import { addServiceMetrics } from './metrics/service-metrics.js';
import { PersistedOperations, type OperationsSettings } from './persisted/persisted-operations.js';
import { loadedGraph, logOf, type Readiness } from './readiness.js';
import { ResponseCache, type CacheSettings } from './result-cache/response-cache.js';
import { addSchemaFile } from './schema-file.js';
import { addTextFiles } from './text-files.js';
import { Subscriptions } from './subscriptions.js';
import { observeRequests } from './telemetry/observe-requests.js';
import type { OperationRecord } from './telemetry/operation-record.js';
import { Reporter } from './telemetry/reporter.js';
import type { Tracing } from './telemetry/spans.js';
import { addWebSocket } from './web-socket.js';

export interface AppOptions {
  readonly logger: Logger;
  readonly archive?: string | undefined;
  /** By which addresses it is reached; by default by those of this machine. */
  readonly address?: AddressSettings;
  /** Whether a GET needs a header that pages of other sites cannot send. */
  readonly csrfPrevention?: boolean;
  /** How long one request may take, in milliseconds. */
  readonly deadline?: number;
  /** What one operation may take. */
  readonly bounds?: Partial<OperationBounds>;
  /** How long a subscriber may leave unread what it is sent, in milliseconds. */
  readonly unreadTimeout?: number;
  /** Authenticates the caller; all callers are anonymous when it is left out. */
  readonly authenticate?: Authenticate;
  /** Whose JWTs `authenticate` accepts. */
  readonly issuer?: string | undefined;
  /** Whether anonymous callers may read; they may by default. */
  readonly reading?: 'open' | 'closed';
  /** Caches results; without it, none are. */
  readonly cache?: CacheSettings | undefined;
  /** The current ISO day. */
  readonly today?: () => string;
  /** The operations that requests may name. */
  readonly operations?: OperationsSettings;
  /** Imports uploaded files; without it, none are accepted. */
  readonly importer?: Importer;
  /** How many requests of one client are served; without a limit by default. */
  readonly rate?: Rate | undefined;
  /** Where the service counts. */
  readonly metrics?: Metrics;
  /** Who may read the metrics at /metrics. */
  readonly metricsAccess?: MetricsAccess;
  /** Search by meaning, of a service that has an embedding model. */
  readonly meaning?: Meaning | undefined;
  /** Sends traces; without it, none are written. */
  readonly tracing?: Tracing | undefined;
  /** The language model that may read texts. */
  readonly model?: ModelSettings | undefined;
}

const seconds = 1_000;

/** The HTTP service. It may listen before there is a graph: until then it reports that it is not ready. */
export async function createApp(
  readiness: Readiness,
  {
    logger,
    archive: folder,
    address: addresses = ownMachine,
    csrfPrevention = false,
    deadline = limits.operation.deadline.value * seconds,
    bounds = {},
    unreadTimeout = limits.subscriptions.unread.value * seconds,
    authenticate = async () => undefined,
    issuer,
    reading = 'open',
    cache,
    today = () => new Date().toISOString().slice(0, 10),
    operations: named = { file: undefined, only: false },
    importer,
    rate: allowed,
    metrics = new Metrics(),
    metricsAccess = 'off',
    meaning,
    tracing,
    model,
  }: AppOptions,
): Promise<FastifyInstance> {
  const handleError = errorHandler(logger);
  const address = new PublicAddress(addresses);
  const app = fastify({
    ...routingOf(address),
    bodyLimit: bodyLimits.bytes,
    requestTimeout: limits.request.arrival.value * seconds,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: refuseConnection,
    frameworkErrors: handleError,
  });
  const operations = new Admission(() => readiness.graph?.engine ?? 'embedded');
  limitTurns(app, operations, new UnreadRefusals(logger, metrics, address)); // before anything is done for a request
  const reporter = new Reporter(logger, metrics, tracing);
  observeRequests(app, reporter); // before all that answers
  await addCors(app, address); // before what may refuse, so that pages can read why
  addAddressGuard(app, address);
  const archive = new Archive(folder);
  const reader = new ReadingThread();
  const modelReadings = new ModelReadings();
  app.addHook('onClose', async () => reader.close());
  const schema = await graphqlSchema();
  const persisted = PersistedOperations.from(named, schema);
  const server = await graphqlServer(schema, logger);
  const log = () => logOf(readiness, (error) => logger.warn({ err: error }, 'The log of changes cannot be read'));
  const contextFor = (
    cancel: Cancel,
    account: Account | undefined,
    record?: OperationRecord,
    bookmarks?: readonly string[],
  ): RequestContext => ({
    ...withTexts(boundedGraph(loadedGraph(readiness), bounds, cancel, record, bookmarks), archive, account),
    log: log(),
    today: today(),
    readText: (text) => reader.read(loadedGraph(readiness), text, cancel.signal),
    readTextByModel:
      model && ((text) => modelReadings.read(text, (each, signal) => reader.read(loadedGraph(readiness), each, signal, model))),
    meaning,
    signal: cancel.signal,
    account,
    record,
  });
  const admit = admission(authenticate, reading);
  const subscriptions = new Subscriptions({ schema, logger, persisted, deadline, contextFor, admission: operations, metrics });
  const rate = allowed && new RateLimit(allowed);
  const follow = { subscriptions, logger, admit, unreadTimeout, readiness, address, reporter, rate };
  addBodyParser(app);
  app.setErrorHandler(handleError);
  app.setNotFoundHandler(notFoundHandler(app, address));
  await addCompression(app);
  if (!persisted.only) {
    await addPages(app, address); // which send operations of their own
    addSchemaFile(app);
  }
  addAuthentication(app, admit, rate); // before what it guards
  addWebSocket(app, follow);
  addEventStream(app, follow);
  addDrain(app, operations, readiness); // after those that end subscriptions
  addHealth(app, readiness);
  addMetrics(app, metrics, metricsAccess);
  if (importer !== undefined) addImports(app, readiness, importer, metrics, operations.closed);
  addTextFiles(app, operations.closed);
  const asked = { schema, server, admission: operations, deadline, contextFor };
  if (!persisted.only) addAgents(app, { schema, executeAs: executingAs(asked), admission: operations, address, issuer, logger });
  addExports(app, {
    readiness,
    persisted,
    askingFor: askingAs(asked),
    admission: operations,
    metrics,
    logger,
    address,
    csrfPrevention,
  });
  const reconciling = { readiness, admission: operations, deadline, today, contextFor };
  addReconciliation(app, { ...reconciling, address, reading, csrfPrevention });
  const responses = cache && new ResponseCache(cache, { readiness, deadline, log, today, isByMeaning: meaning !== undefined });
  addServiceMetrics(metrics, {
    readiness,
    log,
    admission: operations,
    cache: responses,
    embeddingsLeft: meaning && (() => meaning.left),
  });
  addGraphql(app, {
    server,
    readiness,
    deadline,
    contextFor,
    admission: operations,
    persisted,
    cache: responses,
    csrfPrevention,
  });
  return app;
}
