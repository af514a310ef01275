import { setTimeout as after } from 'node:timers/promises';
import { inspect } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { pino, type Logger } from 'pino';
import { authenticator } from './accounts/authenticate.js';
import { GraphError, isPassing } from './graph/errors.js';
import type { Graph } from './graph/port.js';
import { GraphHost } from './graph/hosted/host.js';
import { loadBuiltIn } from './import/built-in.js';
import { InvalidInput } from './changesets/problem.js';
import { mustBeCurrent, storeVersion, stepsFrom } from './migrations/store-version.js';
import { upgrade, type Progress } from './migrations/upgrade.js';
import { openAnyGraph } from './open-graph.js';
import { createApp } from './server/app.js';
import { listenForMetrics } from './server/metrics/endpoint.js';
import { Metrics } from './server/metrics/metrics.js';
import { stopListening } from './server/drain.js';
import { loadedGraph, unload, type Readiness } from './server/readiness.js';
import type { Importer } from './server/imports.js';
import { setupOf } from './server/setup/checks.js';
import { SettingsError, parseSettings, type Settings } from './settings.js';

/** How long the last traces may take to be sent, in milliseconds. */
const tracesTimeout = 1_000;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** What reads and checks files takes memory that a service which is only read does not need. */
const importer: Importer = async (graph, sent) =>
  (await import('./import/thread/import-in-thread.js')).importInThread(graph, sent);

/** Lines of errors are written at once. Where each request is a line, they are written together, and at the exit of the process: one write for each takes longer than to make it. */
function loggerAt(level: string): Logger {
  const isOften = ['trace', 'debug', 'info'].includes(level);
  return pino({ level }, pino.destination(isOften ? { dest: 2, sync: false, minLength: 4_096, periodicFlush: 250 } : 2));
}

/** Starts the service and reports each step; a second start finds its data and says so. */
async function start(settings: Settings): Promise<void> {
  const readiness: Readiness = { setup: setupOf(settings) };
  const logger = loggerAt(settings.logLevel);
  const { archive, reading, bounds, rate, cache, address: addresses, csrfPrevention } = settings;
  const authenticate = authenticator(settings, logger);
  const metrics = new Metrics().watchProcess();
  const metricsAccess = typeof settings.metrics === 'string' ? settings.metrics : 'off';
  const tracing = settings.tracing && (await import('./server/telemetry/tracing.js')).openTracing(settings.tracing, logger);
  const app = await createApp(readiness, {
    logger,
    archive,
    address: addresses,
    csrfPrevention,
    reading,
    bounds,
    rate,
    cache,
    authenticate,
    importer,
    metrics,
    metricsAccess,
    tracing,
  });
  app.addHook('onClose', async () => {
    await Promise.race([tracing?.close(), after(tracesTimeout, undefined, { ref: false })]);
  });
  if (typeof settings.metrics === 'object') await serveMetrics(metrics, settings.metrics);
  const address = await listen(app, settings);
  stopOnSignals(app, readiness);
  try {
    await loadWhenReachable(readiness, settings);
    await hostCommands(readiness, settings, logger);
  } catch (error) {
    if (readiness.isClosing === true) return; // the graph was closed while it was loaded
    await app.close();
    throw error;
  }
  await reportSetup(readiness);
  say(`Playground and GraphQL: ${address}/graphql`);
}

/** In milliseconds. */
const pauseBetweenLoads = 500;

/** Loads the graph, as often as it takes while its store cannot be reached: meanwhile the service is live, and reports why it is not ready. */
async function loadWhenReachable(readiness: Readiness, settings: Settings): Promise<void> {
  for (;;) {
    try {
      await load(readiness, settings);
      delete readiness.failure;
      return;
    } catch (error) {
      if (!isPassing(error) || readiness.isClosing === true) throw error;
      if (readiness.failure?.message !== error.message) say(`${error.message} Waiting for it …`);
      readiness.failure = error;
      await after(pauseBetweenLoads);
    }
  }
}

/** A line for each setting that leads to nothing. */
async function reportSetup({ setup, graph }: Readiness): Promise<void> {
  if (setup === undefined || graph === undefined) return;
  for (const { setting, problem } of await setup.check(graph)) say(`${setting} ${problem}.`);
}

async function load(readiness: Readiness, settings: Settings): Promise<void> {
  const graph = await openAnyGraph(settings);
  readiness.opened = graph;
  try {
    say(
      settings.neo4j === undefined
        ? `Embedded graph in ${settings.data === ':memory:' ? 'memory' : settings.data}`
        : `Neo4j ${await graph.version()}`,
    );
    await bringUpToDate(graph, settings);
    await graph.prepare((step) => say(`  ${step}`));
    const { outcome, dataVersion, addedClaims, retractedClaims, entities } = await loadBuiltIn(graph, (step) =>
      say(`  ${step} …`),
    );
    if (outcome === 'current') say(`Built-in data ${dataVersion} is in place`);
    else
      say(
        `Built-in data ${dataVersion} ${outcome}: ${entities} entities, ${addedClaims} new claims${retractedClaims === 0 ? '' : `, ${retractedClaims} retracted`}`,
      );
    readiness.graph = graph;
  } catch (error) {
    await graph.close();
    throw error;
  }
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

/** Upgrades a graph of an older model version, or refuses it where the settings say so. */
async function bringUpToDate(graph: Graph, { migrate }: Settings): Promise<void> {
  if (migrate === 'off') return mustBeCurrent(graph);
  const { version } = await storeVersion(graph);
  const [next, ...others] = stepsFrom(version);
  const newest = others.at(-1) ?? next;
  if (newest !== undefined) say(`Model version ${version} is upgraded to ${newest.to}`);
  const began = performance.now();
  const { copy } = await upgrade(graph, { onProgress: progressLines() });
  if (newest === undefined) return;
  say(
    `Upgraded in ${((performance.now() - began) / 1000).toFixed(1)} s${copy === undefined ? '' : `; the graph as it was is in ${copy}`}`,
  );
}

/** A line for each pass, and one every ten seconds of a long one. */
function progressLines(): (progress: Progress) => void {
  let [current, items, shown] = ['', 0, 0];
  return (progress) => {
    const pass = `${progress.to} ${progress.pass}`;
    items = pass === current ? items + progress.items : progress.items;
    if (pass === current && performance.now() - shown < 10_000) return;
    [current, shown] = [pass, performance.now()];
    say(`  to version ${progress.to}: ${progress.pass}, ${items.toLocaleString('en')} looked at …`);
  };
}

async function listen(app: FastifyInstance, { port, host }: Settings): Promise<string> {
  try {
    return await app.listen({ port, host });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new SettingsError(`Port ${port} is in use: set PORT to another one, or stop what listens there.`);
    if (code === 'EACCES') throw new SettingsError(`Port ${port} may not be used by this user: set PORT to one above 1023.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new SettingsError(`HOST ${host} is not an address of this machine: set HOST to 127.0.0.1 or 0.0.0.0.`);
    throw error;
  }
}

async function serveMetrics(metrics: Metrics, address: { host: string; port: number }): Promise<void> {
  try {
    await listenForMetrics(metrics, address);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SettingsError(
      `The metrics cannot be served on ${address.host}:${address.port} (${code}): set POLICYGRAPH_METRICS to another address, or to off.`,
    );
  }
}

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
function stopOnSignals(app: FastifyInstance, readiness: Readiness): void {
  const stop = async () => {
    if (readiness.isClosing === true) process.exit(1);
    await stopped(app, readiness);
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

try {
  await start(parseSettings(process.env));
} catch (error) {
  const known =
    error instanceof SettingsError || error instanceof InvalidInput || (error instanceof GraphError && error.code !== 'INTERNAL');
  process.stderr.write(`${known ? error.message : inspect(error)}\n`);
  process.exit(1);
}
