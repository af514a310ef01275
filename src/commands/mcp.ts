import { once } from 'node:events';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { pino } from 'pino';
import { GraphError } from '../graph/errors.js';
import type { Answer, Api } from '../mcp/api.js';
import { remoteApi } from '../mcp/remote-api.js';
import { mcpServer } from '../mcp/server.js';
import { openGraph } from '../open-graph.js';
import { SettingsError, type Settings } from '../settings/settings.js';
import { emptyGraph, graphIsThere } from './graph-there.js';

/** Serves MCP on standard input and output until the input ends. Throws a SettingsError or a GraphError. */
export async function serveMcp(settings: Settings, { url }: { readonly url?: string }): Promise<void> {
  const { api, close } = url === undefined ? await localApi(settings) : await addressed(url, settings);
  const served = serveStdio(() => mcpServer(api), { maxSubscriptions: 0 });
  await Promise.race([once(process.stdin, 'close'), once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  await served.close();
  await close();
}

interface Opened {
  readonly api: Api;
  readonly close: () => Promise<void>;
}

async function addressed(url: string, { apiKey }: Settings): Promise<Opened> {
  if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''))
    throw new SettingsError(`--url must be the address of a service, such as http://127.0.0.1:4000, not "${url}".`);
  return { api: await remoteApi(url, apiKey), close: async () => undefined };
}

/** The graph of the settings, through the service that has it open, or opened here. Nothing but the protocol may be printed. */
async function localApi(settings: Settings): Promise<Opened> {
  if (!graphIsThere(settings)) throw new GraphError('STORAGE', emptyGraph);
  const { executingOn } = await import('../server/asking.js');
  const graph = await openGraph(settings);
  const logger = pino({ level: settings.logLevel }, pino.destination(2));
  const { schema, execute } = await executingOn(graph, { logger, archive: settings.archive });
  const run: Api['run'] = async (query, variables) => {
    const { body } = await execute(query, variables);
    if (body.kind !== 'single') throw new Error('An answer comes in one piece.');
    return JSON.parse(JSON.stringify(body.singleResult)) as Answer;
  };
  const masked = (error: unknown) => {
    logger.error({ err: error }, 'Unexpected error');
    return 'Something went wrong here: standard error says what.';
  };
  return { api: { schema, run, masked, explorer: undefined }, close: () => graph.close() };
}
