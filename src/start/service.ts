import { setTimeout as after } from 'node:timers/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { pino, type Logger } from 'pino';
import { authenticator } from '../accounts/authenticate.js';
import { GraphError } from '../graph/errors.js';
import { GraphHost } from '../graph/hosted/host.js';
import { InvalidInput } from '../changesets/problem.js';
import { createApp } from '../server/app.js';
import { Metrics } from '../server/metrics/metrics.js';
import { loadedGraph, unload, type Readiness } from '../server/readiness.js';
import type { Importer } from '../server/imports.js';
import { setupOf } from '../server/setup/checks.js';
import { SettingsError, parseSettings, type Settings } from '../settings/settings.js';
import { mustHaveArchive } from './archive-folder.js';
import { listen, serveMetrics } from './listen.js';
import { load, loadWhenReachable } from './load.js';
import { say } from './say.js';
import { stopOnSignals } from './stop.js';

/** How long the last traces may take to be sent, in milliseconds. */
const tracesTimeout = 1_000;

/** What reads and checks files takes memory that a service which is only read does not need. */
const importer: Importer = async (graph, sent) =>
  (await import('../import/thread/import-in-thread.js')).importInThread(graph, sent);

/** Lines of errors are written at once. Where each request is a line, they are written together, and at the exit of the process: one write for each takes longer than to make it. */
function loggerAt(level: string): Logger {
  const isOften = ['trace', 'debug', 'info'].includes(level);
  return pino({ level }, pino.destination(isOften ? { dest: 2, sync: false, minLength: 4_096, periodicFlush: 250 } : 2));
}

/** Starts the service and reports each step; a second start finds its data and says so. */
async function start(settings: Settings): Promise<void> {
  const readiness: Readiness = { setup: setupOf(settings) };
  const logger = loggerAt(settings.logLevel);
  process.on('unhandledRejection', (error) => logger.error({ err: error }, 'An error that nothing handled'));
  const { archive, reading, bounds, rate, operations, cache, address, csrfPrevention } = settings;
  const authenticate = authenticator(settings, logger);
  const metrics = new Metrics().watchProcess();
  const metricsAccess = typeof settings.metrics === 'string' ? settings.metrics : 'off';
  const tracing = settings.tracing && (await import('../server/telemetry/tracing.js')).openTracing(settings.tracing, logger);
  const meaning = await meaningOf(settings, readiness, logger);
  const app = await createApp(readiness, {
    logger,
    archive,
    address,
    csrfPrevention,
    reading,
    bounds,
    rate,
    operations,
    cache,
    authenticate,
    issuer: settings.jwt?.issuer,
    importer,
    meaning: meaning?.meaning,
    metrics,
    metricsAccess,
    tracing,
    model: settings.model,
  });
  app.addHook('onClose', () => meaning?.indexer.stop());
  app.addHook('onClose', async () => {
    await Promise.race([tracing?.close(), after(tracesTimeout, undefined, { ref: false })]);
  });
  if (typeof settings.metrics === 'object') await serveMetrics(metrics, settings.metrics);
  const url = await listen(app, settings);
  stopOnSignals(app, readiness);
  try {
    await loadWhenReachable(readiness, settings);
    await hostCommands(readiness, settings, logger);
    meaning?.indexer.start();
  } catch (error) {
    if (readiness.isClosing === true) return; // the graph was closed while it was loaded
    await app.close();
    throw error;
  }
  await reportSetup(readiness);
  if (!operations.only) say(`Explorer: ${url}/`);
  say(operations.only ? `GraphQL: ${url}/graphql` : `Playground and GraphQL: ${url}/graphql`);
}

/** Search by meaning, of settings that name a model. */
async function meaningOf({ embeddings, neo4j, data }: Settings, readiness: Readiness, logger: Logger) {
  if (embeddings === undefined) return undefined;
  const { openMeaning } = await import('../meaning/open-meaning.js');
  const file = neo4j === undefined && data !== ':memory:' ? join(data, 'graph.vectors') : undefined;
  const warn = (problem: string) => logger.warn(problem);
  return openMeaning(embeddings, () => loadedGraph(readiness), neo4j === undefined ? 'embedded' : 'neo4j', file, warn);
}

/** A line for each setting without effect. */
async function reportSetup({ setup, graph }: Readiness): Promise<void> {
  if (setup === undefined || graph === undefined) return;
  for (const { setting, problem } of await setup.check(graph)) say(`${setting} ${problem}.`);
}

/** Lets commands use an embedded graph, which no other process can open. Without it they report that this one has it open. */
async function hostCommands(readiness: Readiness, settings: Settings, logger: Logger): Promise<void> {
  if (settings.neo4j !== undefined || settings.data === ':memory:') return;
  const reopen = async () => {
    await unload(readiness)?.close();
    await load(readiness, settings);
  };
  try {
    readiness.commands = await GraphHost.listen(settings.data, { graph: () => loadedGraph(readiness), reopen });
  } catch (error) {
    logger.warn({ err: error }, 'Commands cannot use the graph while this service runs');
  }
}

/** Runs the service with the settings of an environment until a signal stops it. A start that fails says why, and ends the process with 1. */
export async function runService(environment: Readonly<Record<string, string | undefined>>): Promise<void> {
  try {
    const settings = parseSettings(environment);
    mustHaveArchive(settings);
    await start(settings);
  } catch (error) {
    const isExpected =
      error instanceof SettingsError ||
      error instanceof InvalidInput ||
      (error instanceof GraphError && error.code !== 'INTERNAL');
    process.stderr.write(`${isExpected ? error.message : inspect(error)}\n`);
    process.exit(1);
  }
}
